package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.postern.eval.DecidingCause.Denied;
import dev.postern.eval.DecidingCause.Granted;
import dev.postern.eval.DecidingCause.GrantedToRoot;
import dev.postern.eval.DecidingCause.NoAllow;
import dev.postern.eval.DecidingCause.NotCallable;
import dev.postern.eval.GrantRow.Room;
import dev.postern.eval.LayerOutcome.Allows;
import dev.postern.eval.LayerOutcome.ExplicitlyDenies;
import dev.postern.eval.LayerOutcome.Silent;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The law on one screen, in the order AWS draws it: what no policy governs; any explicit deny; then
 * the table of who needs which allow. AWS: "How AWS enforcement code logic evaluates requests to
 * allow or deny access".
 */
final class DecisionProcedure {
  private final PreparedRequest request;
  private final ServiceLaw service;
  private final ImmutableList<StatementOutcome> resource;
  private final ImmutableList<StatementOutcome> identity;

  /** A verdict under some readings. */
  record Ruling(Verdict verdict, DecidingCause cause, ImmutableList<LayerOutcome> layers) {}

  DecisionProcedure(PreparedRequest request, PolicySet policies) {
    this.request = request;
    this.service = ServiceLaw.of(request, policies);
    check(request.facts(), policies);
    this.resource =
        policies.resource().map(policy -> policy.test(request)).orElse(ImmutableList.of());
    this.identity =
        policies.identity().stream()
            .flatMap(policy -> policy.test(request).stream())
            .collect(ImmutableList.toImmutableList());
  }

  private static void check(Facts facts, PolicySet policies) {
    if (facts.principal() instanceof Requester.RootUser && !policies.identity().isEmpty()) {
      throw new InvalidRequestException("a root user has no identity policies");
    }
    if (!facts.sameAccount()) {
      throw new UnsupportedRequestException(
          "requests to a resource of another account (`"
              + facts.owner()
              + "`) are not decided yet");
    }
  }

  /** Every statement that was looked at. */
  ImmutableList<StatementOutcome> statements() {
    return ImmutableList.<StatementOutcome>builder().addAll(resource).addAll(identity).build();
  }

  Ruling rule(Readings readings) {
    ImmutableList<LayerOutcome> layers =
        ImmutableList.of(
            layer(Layer.RESOURCE, resource, readings), layer(Layer.IDENTITY, identity, readings));
    return unconditional()
        .map(cause -> new Ruling(Verdict.IMPLICIT_DENY, cause, layers))
        .orElseGet(() -> combine(layers, readings));
  }

  private Ruling combine(ImmutableList<LayerOutcome> layers, Readings readings) {
    return firstDeny(layers)
        .map(cause -> new Ruling(Verdict.EXPLICIT_DENY, cause, layers))
        .or(() -> access(layers, readings).map(by -> new Ruling(Verdict.ALLOWED, by, layers)))
        .orElseGet(() -> new Ruling(Verdict.IMPLICIT_DENY, missingAllow(layers, readings), layers));
  }

  /* EVAL-10: the credentials of a federated user cannot call IAM at all. */
  private Optional<DecidingCause> unconditional() {
    boolean barred = isFederated() && request.request().action().service().equals("iam");
    return barred
        ? Optional.of(new NotCallable("API_NOT_AVAILABLE_TO_CREDENTIALS"))
        : Optional.empty();
  }

  private LayerOutcome layer(
      Layer layer, ImmutableList<StatementOutcome> statements, Readings readings) {
    ImmutableList<StatementOutcome> denies =
        service.countsDenies(layer, request)
            ? matching(statements, readings, statement -> !statement.isAllow())
            : ImmutableList.of();
    ImmutableList<StatementOutcome> allows =
        matching(statements, readings, StatementOutcome::isAllow);
    if (!denies.isEmpty()) {
      return new ExplicitlyDenies(layer, statements, denies);
    }
    return allows.isEmpty() ? new Silent(layer, statements) : new Allows(layer, statements, allows);
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

  private static Optional<DecidingCause> firstDeny(ImmutableList<LayerOutcome> layers) {
    return layers.stream()
        .filter(ExplicitlyDenies.class::isInstance)
        .map(ExplicitlyDenies.class::cast)
        .<DecidingCause>map(layer -> new Denied(layer.layer(), layer.denies().get(0)))
        .findFirst();
  }

  /** The row of the table that lets the request pass, with the statement that made it hold. */
  private Optional<DecidingCause> access(ImmutableList<LayerOutcome> layers, Readings readings) {
    ImmutableList<StatementOutcome> grants = layers.get(0).allows();
    Room room = room(layers, readings);
    return GrantRow.first(request.facts().principal(), kinds(grants), room)
        .map(
            row ->
                switch (row) {
                  case A -> new Granted(row, layers.get(1).allows().get(0));
                  case I -> new GrantedToRoot();
                  default -> new Granted(row, grantOf(row, grants, room));
                });
  }

  private StatementOutcome grantOf(
      GrantRow row, ImmutableList<StatementOutcome> grants, Room room) {
    return grants.stream()
        .filter(
            grant ->
                GrantRow.first(
                        request.facts().principal(),
                        grant.principal().grants(),
                        new Room(false, room.b(), room.s(), room.everyone()))
                    .equals(Optional.of(row)))
        .findFirst()
        .orElse(grants.get(0));
  }

  private Room room(ImmutableList<LayerOutcome> layers, Readings readings) {
    return new Room(
        !layers.get(1).allows().isEmpty(),
        true,
        sessionAllows(readings),
        readings.isOther(Unspecified.U20));
  }

  /*
   * EVAL-16: a federated user without session policies has none of its issuer's permissions. One
   * page of AWS's speaks of a default session policy that allows; the denying text is taken.
   */
  private boolean sessionAllows(Readings readings) {
    return !isFederated() || readings.isOther(Unspecified.U21);
  }

  private boolean isFederated() {
    return request.facts().principal() instanceof Requester.FederatedUser;
  }

  /** The open points of the procedure itself; they concern federated users alone. */
  private ImmutableSet<Unspecified> openPoints() {
    return isFederated() ? ImmutableSet.of(Unspecified.U20, Unspecified.U21) : ImmutableSet.of();
  }

  private static Set<GrantKind> kinds(ImmutableList<StatementOutcome> grants) {
    Set<GrantKind> kinds = EnumSet.noneOf(GrantKind.class);
    grants.forEach(grant -> kinds.addAll(grant.principal().grants()));
    return kinds;
  }

  private DecidingCause missingAllow(ImmutableList<LayerOutcome> layers, Readings readings) {
    boolean identityAllows = !layers.get(1).allows().isEmpty();
    return new NoAllow(identityAllows && !sessionAllows(readings) ? Layer.SESSION : Layer.IDENTITY);
  }

  /**
   * The open points that the verdict rests on: those whose other reading, alone or with all others
   * that would widen or narrow access, gives another verdict.
   */
  ImmutableSet<Unspecified> restsOn(Verdict verdict) {
    ImmutableSet.Builder<Unspecified> points = ImmutableSet.builder();
    ImmutableList<StatementOutcome> open =
        statements().stream()
            .filter(StatementOutcome::isOpen)
            .collect(ImmutableList.toImmutableList());
    for (StatementOutcome statement : open) {
      if (rule(Readings.other(statement)).verdict() != verdict) {
        points.addAll(statement.truth().points());
      }
    }
    for (Unspecified point : openPoints()) {
      if (rule(Readings.other(point)).verdict() != verdict) {
        points.add(point);
      }
    }
    ImmutableSet<Unspecified> alone = points.build();
    return alone.isEmpty() ? together(open, verdict) : alone;
  }

  private ImmutableSet<Unspecified> together(
      ImmutableList<StatementOutcome> open, Verdict verdict) {
    for (boolean widening : new boolean[] {true, false}) {
      ImmutableSet<StatementOutcome> flipped =
          open.stream()
              .filter(statement -> widens(statement) == widening)
              .collect(ImmutableSet.toImmutableSet());
      ImmutableSet<Unspecified> points = widening ? openPoints() : ImmutableSet.of();
      if (!flipped.isEmpty() && rule(new Readings(flipped, points)).verdict() != verdict) {
        EnumSet<Unspecified> all = EnumSet.noneOf(Unspecified.class);
        flipped.forEach(statement -> all.addAll(statement.truth().points()));
        return ImmutableSet.copyOf(all);
      }
    }
    return ImmutableSet.of();
  }

  /* Whether the other reading of a statement could only give more access. */
  private static boolean widens(StatementOutcome statement) {
    return statement.isAllow() != statement.matched();
  }
}
