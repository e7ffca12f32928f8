package dev.postern.lint.account;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.model.json.JsonReader;
import dev.postern.model.json.JsonReading;
import dev.postern.model.json.JsonValue;
import dev.postern.model.json.JsonValue.JsonObject;
import dev.postern.model.json.ReadLimits;
import dev.postern.model.source.Problem;
import dev.postern.model.source.SourceText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * What {@code aws iam get-account-authorization-details} prints. AWS:
 * "GetAccountAuthorizationDetails".
 *
 * @param source the text that it was read from
 * @param principals users, then groups, then roles, each in the order of the text
 * @param policies the managed policies, each in the version that is in force
 * @param problems what could not be read; everything else was
 */
public record AccountDetails(
    SourceText source,
    ImmutableList<AccountPrincipal> principals,
    ImmutableList<AccountPolicy> policies,
    ImmutableList<Problem> problems) {

  /** What a text may have: accounts with thousands of roles fill tens of megabytes. */
  public static final ReadLimits LIMITS = new ReadLimits(1 << 27, 64, 1 << 20, 20_000_000);

  static final String USERS = "UserDetailList";
  static final String GROUPS = "GroupDetailList";
  static final String ROLES = "RoleDetailList";
  static final String POLICIES = "Policies";

  private static final ImmutableSet<String> LISTS = ImmutableSet.of(USERS, GROUPS, ROLES, POLICIES);

  /** What may stand first in the answer; no policy begins with one of these. */
  private static final ImmutableSet<String> MEMBERS =
      ImmutableSet.<String>builder()
          .addAll(LISTS)
          .add("IsTruncated", "Marker", "NextToken", "ResponseMetadata")
          .build();

  /** White space, a brace and the longest name with its quotes. */
  private static final int HEAD = 1024;

  /** Reads a text; never throws for what it holds. */
  public static AccountDetails read(SourceText source) {
    return read(source, JsonReader.within(LIMITS).read(source));
  }

  /** Reads a text that was read as JSON already. */
  public static AccountDetails read(SourceText source, JsonReading reading) {
    return new AccountReader(source, reading).read();
  }

  /** Whether a value is such an answer, or a part of one, and no policy. */
  public static boolean isIn(JsonValue value) {
    return value instanceof JsonObject object
        && LISTS.stream().anyMatch(name -> object.get(name).isPresent())
        && object.get("Statement").isEmpty();
  }

  /** Whether a text begins as such an answer does; looks no further than its first name. */
  public static boolean isIn(SourceText source) {
    return begins(source.text().substring(0, Math.min(HEAD, source.text().length())));
  }

  /**
   * How much to read of a stream that holds such an answer or a policy.
   *
   * @param in a stream that can be marked; left where it was
   * @throws IOException if it cannot be read
   */
  public static ReadLimits limitsFor(InputStream in) throws IOException {
    in.mark(HEAD);
    String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
    in.reset();
    return begins(head) ? LIMITS : ReadLimits.POLICY;
  }

  private static boolean begins(String head) {
    String text = head.stripLeading();
    if (!text.startsWith("{")) {
      return false;
    }
    String member = text.substring(1).stripLeading();
    int end = member.indexOf('"', 1);
    return member.startsWith("\"") && end > 0 && MEMBERS.contains(member.substring(1, end));
  }
}
