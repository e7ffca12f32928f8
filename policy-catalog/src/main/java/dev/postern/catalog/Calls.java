package dev.postern.catalog;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.base.Ascii;
import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import dev.postern.catalog.CallAuthorization.Checked;
import dev.postern.catalog.CallAuthorization.Unchecked;
import dev.postern.catalog.CallAuthorization.Unknown;
import java.util.Optional;

/**
 * Which actions AWS checks for a call, by the name that the call has in CloudTrail or in an SDK.
 * For nineteen calls in twenty there is an action of the same name; the others are told by tables.
 */
final class Calls {
  private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');

  /* What a date looks like, a zero for each digit; the longest first. */
  private static final ImmutableList<String> DATES =
      ImmutableList.of("_0000_00_00", "0000_00_00", "00000000");

  private final Catalog catalog;

  Calls(Catalog catalog) {
    this.catalog = catalog;
  }

  /** What was checked before CloudTrail recorded this. */
  CallAuthorization event(String source, String name, String type) {
    // AWS: "CloudTrail record contents", eventType: all others are no calls of an API.
    return type.equals("AwsApiCall") ? call(source, name) : new Unchecked();
  }

  /** What is checked for an operation of the API that bears one of its names. */
  CallAuthorization operation(String service, String operation) {
    return call(service, operation);
  }

  private CallAuthorization call(String source, String name) {
    CallTables tables = CallTables.bundled();
    String api = withoutDomain(Ascii.toLowerCase(source));
    String operation = withoutVersion(name);
    String prefix = tables.prefix(api);
    // Before the action of the same name: sts:GetCallerIdentity exists, and no policy can deny it.
    if (tables.isUnchecked(prefix, operation)) {
      return new Unchecked();
    }
    return catalog
        .service(prefix)
        .flatMap(service -> service.action(operation))
        .<CallAuthorization>map(action -> new Checked(ImmutableList.of(action), ImmutableList.of()))
        .or(() -> tables.find(api, operation).flatMap(this::checked))
        .or(() -> tables.find(prefix, operation).flatMap(this::checked))
        .orElseGet(Unknown::new);
  }

  /* Another catalog than the bundled one may lack an action that the tables name. */
  private Optional<CallAuthorization> checked(CallTables.Row row) {
    ImmutableList<ActionDefinition> always = existing(row.always());
    ImmutableList<ActionDefinition> sometimes = existing(row.sometimes());
    return always.isEmpty() && sometimes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Checked(always, sometimes));
  }

  private ImmutableList<ActionDefinition> existing(ImmutableList<String> names) {
    return names.stream().flatMap(name -> catalog.action(name).stream()).collect(toImmutableList());
  }

  private static String withoutDomain(String source) {
    return without(without(source, ".cn"), ".amazonaws.com");
  }

  private static String without(String text, String tail) {
    return text.endsWith(tail) ? text.substring(0, text.length() - tail.length()) : text;
  }

  /*
   * Some services put the version of their API behind the name: `ListFunctions20150331`,
   * `GetFunction20150331v2`, `CreateFunction2020_05_31`. No action ends so.
   */
  private static String withoutVersion(String name) {
    String digitless = DIGIT.trimTrailingFrom(name);
    boolean isRevised = digitless.length() < name.length() && digitless.endsWith("v");
    String dated = isRevised ? without(digitless, "v") : name;
    for (String shape : DATES) {
      int start = dated.length() - shape.length();
      if (start > 0 && isShaped(dated, start, shape)) {
        return dated.substring(0, start);
      }
    }
    return name;
  }

  private static boolean isShaped(String text, int start, String shape) {
    for (int i = 0; i < shape.length(); i++) {
      char c = text.charAt(start + i);
      char wanted = shape.charAt(i);
      if (wanted == '0' ? !DIGIT.matches(c) : c != wanted) {
        return false;
      }
    }
    return true;
  }
}
