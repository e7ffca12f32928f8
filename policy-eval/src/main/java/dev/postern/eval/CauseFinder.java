package dev.postern.eval;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.LayerOutcome.ExplicitlyDenies;
import dev.postern.eval.LayerOutcome.Silent;
import java.util.Optional;

/** Finds the statement that a ruling rests on, the first where there are several. */
final class CauseFinder {
  private final PreparedRequest request;
  private final ImmutableList<LayerOutcome> layers;

  CauseFinder(PreparedRequest request, ImmutableList<LayerOutcome> layers) {
    this.request = request;
    this.layers = layers;
  }

  DecidingCause of(Ruling ruling) {
    if (ruling instanceof Ruling.Allowed allowed) {
      return allowing(allowed.ground())
          .<DecidingCause>map(by -> new DecidingCause.Granted(allowed.ground(), by))
          .orElseGet(() -> new DecidingCause.GrantedOtherwise(allowed.ground()));
    }
    if (ruling instanceof Ruling.Denied denied) {
      return new DecidingCause.Denied(denied.layer(), denying(denied.layer()));
    }
    if (ruling instanceof Ruling.Blocked blocked) {
      return new DecidingCause.Blocked(blocked.block());
    }
    if (ruling instanceof Ruling.NotCallable barred) {
      return new DecidingCause.NotCallable(barred.obstacle().name(), barred.obstacle().reason());
    }
    Layer layer = ((Ruling.NoAllow) ruling).layer();
    return layer == Layer.SERVICE_CONTROL
        ? new DecidingCause.NoAllowAtLevel(layer, silentLevel(layer))
        : new DecidingCause.NoAllow(layer);
  }

  private Optional<LayerOutcome> outcome(Layer layer) {
    return layers.stream().filter(outcome -> outcome.layer() == layer).findFirst();
  }

  private StatementOutcome denying(Layer layer) {
    return outcome(layer)
        .filter(ExplicitlyDenies.class::isInstance)
        .map(outcome -> ((ExplicitlyDenies) outcome).denies().get(0))
        .orElseThrow(() -> new AssertionError("nothing denies in " + layer));
  }

  private int silentLevel(Layer layer) {
    return outcome(layer)
        .filter(Silent.class::isInstance)
        .map(outcome -> ((Silent) outcome).silentLevels().iterator().next())
        .orElse(0);
  }

  /* Of several statements that allow, the one that by itself would have made the row hold. */
  private Optional<StatementOutcome> allowing(Ground ground) {
    ImmutableList<StatementOutcome> allows =
        ground.layer().flatMap(this::outcome).map(LayerOutcome::allows).orElse(ImmutableList.of());
    return allows.stream()
        .filter(allow -> !(ground instanceof GrantRow row) || suffices(row, allow))
        .findFirst()
        .or(() -> allows.stream().findFirst());
  }

  private boolean suffices(GrantRow row, StatementOutcome allow) {
    RequesterKind who = request.facts().kind();
    int grants = Examination.bits(allow);
    return row == GrantRow.A || row == GrantRow.first(who, grants, false, true, true, true);
  }
}
