package dev.postern.eval.reference;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import dev.postern.eval.ContextValue;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * A generated request with everything that bears on it; shown whole when a law is broken.
 *
 * @param resource an ARN or {@code *}; behind an access point that of the bucket or object
 * @param owner the account said to own the resource; empty where nothing is said
 * @param context the keys by their spelling
 */
record Case(
    Asker asker,
    String action,
    String resource,
    String owner,
    ImmutableMap<String, ContextValue> context,
    ImmutableList<Attached> policies,
    Circumstances circumstances) {

  ImmutableList<Attached> at(Place place) {
    return only(attached -> attached.place() == place);
  }

  ImmutableList<Attached> only(Predicate<Attached> wanted) {
    return policies.stream().filter(wanted).collect(ImmutableList.toImmutableList());
  }

  boolean has(Place place) {
    return policies.stream().anyMatch(attached -> attached.place() == place);
  }

  Case plus(Attached policy) {
    return with(ImmutableList.<Attached>builder().addAll(policies).add(policy).build());
  }

  Case with(ImmutableList<Attached> others) {
    return new Case(asker, action, resource, owner, context, others, circumstances);
  }

  Case with(Circumstances others) {
    return new Case(asker, action, resource, owner, context, policies, others);
  }

  Case withContext(ImmutableMap<String, ContextValue> others) {
    return new Case(asker, action, resource, owner, others, policies, circumstances);
  }

  /** The same case with every policy changed. */
  Case each(UnaryOperator<Attached> change) {
    return with(policies.stream().map(change).collect(ImmutableList.toImmutableList()));
  }

  /** The service prefix in lower case. */
  String service() {
    return ReferenceText.foldName(action.substring(0, action.indexOf(':')));
  }

  @Override
  public String toString() {
    return asker
        + "\n"
        + action
        + " on "
        + resource
        + (owner.isEmpty() ? "" : " owned by " + owner)
        + "\ncontext: "
        + context
        + "\n"
        + policies.stream().map(Objects::toString).collect(Collectors.joining("\n"))
        + "\n"
        + circumstances;
  }
}
