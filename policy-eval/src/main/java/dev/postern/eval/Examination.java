package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import dev.postern.eval.LayerOutcome.Allows;
import dev.postern.eval.LayerOutcome.ExplicitlyDenies;
import dev.postern.eval.LayerOutcome.NotApplicable;
import dev.postern.eval.LayerOutcome.Silent;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Every statement of every policy that applies, tested with its reasons: what a decision is
 * explained by, and how it is found out what a verdict rests on.
 */
final class Examination {
  private final PreparedRequest request;
  private final PolicySet policies;
  private final Map<Layer, ImmutableList<StatementOutcome>> outcomes = new EnumMap<>(Layer.class);
  private final Map<Layer, Integer> levels = new EnumMap<>(Layer.class);
  private final Map<Layer, String> whyNot = new EnumMap<>(Layer.class);

  Examination(PreparedRequest request, PolicySet policies) {
    this.request = request;
    this.policies = policies;
    organization(
        Layer.SERVICE_CONTROL,
        policies.serviceControlLevels(),
        OrganizationScope.whyNoServiceControl(request.facts(), policies, Readings.TAKEN));
    organization(
        Layer.RESOURCE_CONTROL,
        policies.resourceControlLevels(),
        OrganizationScope.whyNoResourceControl(request, policies, Readings.TAKEN));
    endpoint();
    single(Layer.RESOURCE, policies.resourceGroup());
    single(Layer.PERMISSIONS_BOUNDARY, policies.boundaryGroup());
    single(Layer.SESSION, policies.sessionGroup().isEmpty() ? null : policies.sessionGroup());
    if (request.facts().kind().canHaveIdentityPolicies()) {
      single(Layer.IDENTITY, policies.identityGroup());
    }
  }

  private void organization(
      Layer layer, @Nullable ImmutableList<PolicyGroup> groups, @Nullable String reason) {
    if (groups == null) {
      return;
    }
    if (reason != null) {
      whyNot.put(layer, reason);
      return;
    }
    levels.put(layer, groups.size());
    ImmutableList.Builder<StatementOutcome> all = ImmutableList.builder();
    for (int level = 0; level < groups.size(); level++) {
      groups.get(level).explain(level, request, policies, all);
    }
    outcomes.put(layer, all.build());
  }

  private void endpoint() {
    if (policies.endpointGroup() != null
        && DecisionProcedure.applicableEndpoint(request, policies) == null) {
      whyNot.put(Layer.VPC_ENDPOINT, "AWS_SERVICE");
    } else {
      single(Layer.VPC_ENDPOINT, policies.endpointGroup());
    }
  }

  private void single(Layer layer, @Nullable PolicyGroup group) {
    if (group != null) {
      ImmutableList.Builder<StatementOutcome> all = ImmutableList.builder();
      group.explain(0, request, policies, all);
      outcomes.put(layer, all.build());
    }
  }

  /** Every statement that was looked at. */
  ImmutableList<StatementOutcome> statements() {
    return outcomes.values().stream()
        .flatMap(List::stream)
        .collect(ImmutableList.toImmutableList());
  }

  /** What the policies of each type came to, in the order of the types. */
  ImmutableList<LayerOutcome> layers() {
    ImmutableList.Builder<LayerOutcome> layers = ImmutableList.builder();
    for (Layer layer : Layer.values()) {
      String reason = whyNot.get(layer);
      if (reason != null) {
        layers.add(new NotApplicable(layer, reason));
      }
      ImmutableList<StatementOutcome> statements = outcomes.get(layer);
      if (statements != null) {
        layers.add(outcome(layer, statements));
      }
    }
    return layers.build();
  }

  private LayerOutcome outcome(Layer layer, ImmutableList<StatementOutcome> statements) {
    ImmutableList<StatementOutcome> denies =
        counts(layer)
            ? matching(statements, Readings.TAKEN, statement -> !statement.isAllow())
            : ImmutableList.of();
    ImmutableList<StatementOutcome> allows =
        matching(statements, Readings.TAKEN, StatementOutcome::isAllow);
    if (!denies.isEmpty()) {
      return new ExplicitlyDenies(layer, statements, denies);
    }
    ImmutableSet<Integer> silent = silentLevels(layer, allows);
    return silent.isEmpty()
        ? new Allows(layer, statements, allows)
        : new Silent(layer, statements, silent);
  }

  private boolean counts(Layer layer) {
    return layer != Layer.RESOURCE || request.law().countsResourceDenies(request);
  }

  /* Of service control policies every level has to allow; resource control policies only deny. */
  private ImmutableSet<Integer> silentLevels(Layer layer, ImmutableList<StatementOutcome> allows) {
    if (layer == Layer.RESOURCE_CONTROL) {
      return ImmutableSet.of();
    }
    ImmutableSet.Builder<Integer> silent = ImmutableSet.builder();
    for (int level = 0; level < levels.getOrDefault(layer, 1); level++) {
      int here = level;
      if (allows.stream().noneMatch(statement -> statement.level() == here)) {
        silent.add(level);
      }
    }
    return silent.build();
  }

  private static ImmutableList<StatementOutcome> matching(
      ImmutableList<StatementOutcome> statements,
      Readings readings,
      Predicate<StatementOutcome> effect) {
    return statements.stream()
        .filter(effect)
        .filter(readings::matched)
        .collect(ImmutableList.toImmutableList());
  }

  /** What each type came to by some readings. */
  private long tally(Readings readings) {
    long tally = Tally.NOTHING_LIMITS;
    for (Map.Entry<Layer, ImmutableList<StatementOutcome>> entry : outcomes.entrySet()) {
      Layer layer = entry.getKey();
      if (!isSpared(layer, readings)) {
        tally = add(Tally.withoutAllow(tally, layer), layer, entry.getValue(), readings);
      }
    }
    return tally;
  }

  private boolean isSpared(Layer layer, Readings readings) {
    boolean organization = layer == Layer.SERVICE_CONTROL || layer == Layer.RESOURCE_CONTROL;
    return organization
        && request.facts().serviceLinked() == Facts.ServiceLinked.BY_NAME
        && readings.isOther(Unspecified.U38);
  }

  private long add(
      long tally, Layer layer, ImmutableList<StatementOutcome> statements, Readings readings) {
    long result = tally;
    if (!matching(statements, readings, statement -> !statement.isAllow()).isEmpty()) {
      result = Tally.deny(result, layer);
    }
    ImmutableList<StatementOutcome> allows =
        matching(statements, readings, StatementOutcome::isAllow);
    if (silentLevels(layer, allows).isEmpty()) {
      result = Tally.allow(result, layer);
    }
    if (layer == Layer.RESOURCE) {
      for (StatementOutcome allow : allows) {
        result = Tally.grant(result, bits(allow));
      }
    }
    return result;
  }

  /** How a statement names the requester, as bits. */
  static int bits(StatementOutcome statement) {
    int bits = 0;
    for (GrantKind kind : statement.principal().grants()) {
      bits |= kind.bit();
    }
    return bits;
  }

  Ruling rule(Readings readings) {
    return DecisionProcedure.rule(request, policies, tally(readings), readings);
  }

  /** The ruling if every unknown key held what helps the request most. */
  Ruling mostGenerous() {
    return rule(
        Readings.generous(
            statements().stream()
                .filter(statement -> statement.truth().dependsOnUnknownKey() && widens(statement))
                .collect(ImmutableSet.toImmutableSet())));
  }

  /**
   * The open points that the verdict rests on: those whose other reading, alone or with all others
   * that would widen or narrow access, gives another verdict.
   */
  ImmutableSet<Unspecified> restsOn(Verdict verdict) {
    Set<Unspecified> points = EnumSet.noneOf(Unspecified.class);
    List<StatementOutcome> open = new ArrayList<>();
    for (StatementOutcome statement : statements()) {
      if (!statement.truth().points().isEmpty()) {
        open.add(statement);
        if (rule(Readings.other(statement)).verdict() != verdict) {
          points.addAll(statement.truth().points());
        }
      }
    }
    for (Unspecified point : Unspecified.OF_THE_PROCEDURE) {
      if (rule(Readings.other(point)).verdict() != verdict) {
        points.add(point);
      }
    }
    return points.isEmpty() ? together(open, verdict) : Sets.immutableEnumSet(points);
  }

  private ImmutableSet<Unspecified> together(List<StatementOutcome> open, Verdict verdict) {
    for (boolean widening : new boolean[] {true, false}) {
      ImmutableSet<StatementOutcome> flipped =
          open.stream()
              .filter(statement -> widens(statement) == widening)
              .collect(ImmutableSet.toImmutableSet());
      Set<Unspecified> points = widening ? Unspecified.OF_THE_PROCEDURE : ImmutableSet.of();
      Readings readings = new Readings(flipped, points, false);
      if (!flipped.isEmpty() && rule(readings).verdict() != verdict) {
        Set<Unspecified> all = EnumSet.noneOf(Unspecified.class);
        flipped.forEach(statement -> all.addAll(statement.truth().points()));
        return Sets.immutableEnumSet(all);
      }
    }
    return ImmutableSet.of();
  }

  /* Whether the other reading of a statement could only give more access. */
  private static boolean widens(StatementOutcome statement) {
    return statement.isAllow() != statement.matched();
  }
}
