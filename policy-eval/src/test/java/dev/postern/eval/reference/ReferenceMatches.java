package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import dev.postern.eval.reference.ReferencePrincipal.Named;
import dev.postern.model.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What the policies that apply say, statement by statement. AWS: "How AWS enforcement code logic
 * evaluates requests", "Service control policies", "Resource control policies", "Control access to
 * VPC endpoints using endpoint policies".
 */
final class ReferenceMatches {
  private static final ImmutableSet<String> COVERED_BY_RESOURCE_CONTROL =
      ImmutableSet.copyOf(
          Arrays.asList(
              """
              appconfig appstream aoss autoscaling autoscaling-plans budgets clouddirectory\
               cloudfront cloudsearch cloudtrail-data codeartifact codebuild codecommit\
               codepipeline cognito-identity cognito-idp comprehend comprehendmedical\
               compute-optimizer cost-optimization-hub dax dsql dynamodb ecr ecr-public events\
               firehose fis fms gamelift health inspector-scan kendra kinesisvideo kms logs\
               memorydb networkmonitor notifications opensearch pca-connector-ad personalize\
               polly pricing resource-groups rolesanywhere s3 secretsmanager servicediscovery\
               signin sqs sts support swf textract timestream-influxdb transcribe transfer\
               translate wafv2 workspaces xray"""
                  .split("\\s+")));

  /** A statement that stands somewhere, and whether it matched. */
  private record Match(Attached attached, Statement statement, boolean matched, Set<Named> named) {}

  private final Case asked;
  private final Asker asker;
  private final Resource resource;
  private final Place side;
  private final List<Match> all = new ArrayList<>();

  ReferenceMatches(Case asked, Resource resource, Place side, Instant clock) {
    this.asked = asked;
    this.asker = asked.asker();
    this.resource = resource;
    this.side = side;
    List<ReferenceContext> contexts = ReferenceContext.of(asked, resource, clock);
    for (Attached attached : inOrder(asked.policies())) {
      if (applies(attached.place())) {
        match(attached, contexts);
      }
    }
  }

  private static List<Attached> inOrder(List<Attached> policies) {
    return policies.stream()
        .sorted(Comparator.comparing(Attached::place).thenComparing(Attached::level))
        .toList();
  }

  private void match(Attached attached, List<ReferenceContext> contexts) {
    boolean withheld = asker.kind() == Asker.Kind.SERVICE && attached.place().isOnTheResource();
    List<ReferenceContext> seen =
        withheld ? contexts.stream().map(ReferenceContext::withoutNetwork).toList() : contexts;
    attached
        .document()
        .statementList()
        .forEach(
            located -> {
              ReferenceStatement statement =
                  new ReferenceStatement(
                      asked, resource, attached.place(), attached.document(), located.value());
              all.add(
                  new Match(attached, located.value(), statement.matches(seen), statement.named()));
            });
  }

  // Which policies apply to whom

  boolean applies(Place place) {
    return switch (place) {
      case IDENTITY, PERMISSIONS_BOUNDARY ->
          asker.kind().isIam() && asker.kind() != Asker.Kind.ROOT;
      case SESSION -> asker.kind().isIam() && asker.kind() != Asker.Kind.USER;
      case SERVICE_CONTROL -> serviceControlApplies();
      case RESOURCE_CONTROL -> resourceControlApplies();
      case RESOURCE, ACCESS_POINT -> place == side;
      case VPC_ENDPOINT -> asker.kind() != Asker.Kind.SERVICE;
    };
  }

  /* AWS: users, roles and the root user of member accounts. */
  private boolean serviceControlApplies() {
    String managementAccount = asked.circumstances().organization().managementAccount();
    return (asker.kind().isIam() || asker.kind() == Asker.Kind.CANONICAL)
        && !asker.isServiceLinked()
        && (managementAccount.isEmpty() || !asker.account().equals(managementAccount));
  }

  /* AWS: resources of member accounts in the services that are listed, whoever asks. */
  private boolean resourceControlApplies() {
    String managementAccount = asked.circumstances().organization().managementAccount();
    boolean exempt =
        asker.isServiceLinked()
            || (!resource.owner().isEmpty() && resource.owner().equals(managementAccount))
            || (asked.service().equals("kms") && asked.circumstances().key().managedByAws())
            || asked.action().equalsIgnoreCase("kms:RetireGrant");
    return !exempt && !resource.isNone() && COVERED_BY_RESOURCE_CONTROL.contains(asked.service());
  }

  // What they say

  ImmutableMap<Place, ImmutableList<Boolean>> byPlace() {
    return Maps.toMap(
        ImmutableList.copyOf(Place.values()),
        place ->
            all.stream()
                .filter(match -> match.attached().place() == place)
                .map(Match::matched)
                .collect(ImmutableList.toImmutableList()));
  }

  /**
   * Whether some Deny matches.
   *
   * @param notByTheResource whether those of the resource's own policy do not count
   */
  boolean denies(boolean notByTheResource) {
    return Arrays.stream(Place.values())
        .filter(place -> !(notByTheResource && place == side))
        .anyMatch(this::denies);
  }

  boolean denies(Place place) {
    return all.stream()
        .anyMatch(m -> m.attached().place() == place && m.matched() && m.statement().isDeny());
  }

  private boolean allows(Place place, int level) {
    return all.stream()
        .anyMatch(
            m ->
                m.attached().place() == place
                    && m.attached().level() == level
                    && m.matched()
                    && m.statement().isAllow());
  }

  boolean allows(Place place) {
    return applies(place) && allows(place, 0);
  }

  boolean endpointLetsPass() {
    return !applies(Place.VPC_ENDPOINT)
        || !asked.has(Place.VPC_ENDPOINT)
        || allows(Place.VPC_ENDPOINT);
  }

  /** AWS: each level from the root to the account needs an Allow; no level, no organization. */
  boolean everyLevelAllows() {
    int levels = asked.circumstances().organization().serviceControlLevels();
    for (int level = 0; level < levels; level++) {
      if (applies(Place.SERVICE_CONTROL) && !allows(Place.SERVICE_CONTROL, level)) {
        return false;
      }
    }
    return true;
  }

  /** As what the Allows of the resource's own policy name the requester. */
  Set<Named> grants() {
    Set<Named> grants = EnumSet.noneOf(Named.class);
    all.stream()
        .filter(m -> m.attached().place() == side && m.matched() && m.statement().isAllow())
        .forEach(m -> grants.addAll(m.named()));
    return grants;
  }

  /** Whether there is a policy of the given place that applies. */
  boolean has(Place place) {
    return applies(place) && asked.has(place);
  }
}
