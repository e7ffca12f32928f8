package dev.postern.lint.rule;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.catalog.AccessLevel;
import dev.postern.catalog.ActionDefinition;

/**
 * Which actions change who may do what. AWS's access level says so of some that only look, or that
 * open nothing but a network interface or the way of a log.
 */
final class PermissionsManagement {
  private static final ImmutableList<String> LOOKING =
      ImmutableList.of("Describe", "Get", "List", "Test", "Refresh");
  private static final String LOG_DELIVERY = "AllowVendedLogDelivery";
  private static final ImmutableSet<String> OF_NETWORK_INTERFACES =
      ImmutableSet.of(
          "ec2:CreateNetworkInterfacePermission", "ec2:DeleteNetworkInterfacePermission");

  private PermissionsManagement() {}

  /** Whether an action is of that level and changes permissions. */
  static boolean isBy(ActionDefinition action) {
    return action.level() == AccessLevel.PERMISSIONS_MANAGEMENT
        && LOOKING.stream().noneMatch(action.name()::startsWith)
        && !action.name().startsWith(LOG_DELIVERY)
        && !OF_NETWORK_INTERFACES.contains(action.fullName());
  }
}
