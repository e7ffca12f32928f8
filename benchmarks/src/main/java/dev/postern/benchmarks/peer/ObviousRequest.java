package dev.postern.benchmarks.peer;

import com.google.common.base.Ascii;
import dev.postern.benchmarks.workload.PlainRequest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request as {@link ObviousEngine} takes it: action and keys in lower case.
 *
 * @param action in lower case
 * @param resource the ARN
 * @param principal the ARN of who asks
 * @param meetsResourcePolicy whether the resource's policy applies
 * @param context condition keys with a list of values each
 */
public record ObviousRequest(
    String action,
    String resource,
    String principal,
    boolean meetsResourcePolicy,
    Map<String, List<String>> context) {

  /** The request of a workload. */
  public static ObviousRequest of(PlainRequest request) {
    Map<String, List<String>> context = new HashMap<>();
    request.context().forEach((key, value) -> context.put(Ascii.toLowerCase(key), value.texts()));
    return new ObviousRequest(
        Ascii.toLowerCase(request.action()),
        request.resource(),
        request.principal(),
        request.meetsResourcePolicy(),
        context);
  }
}
