package dev.postern.cli;

import com.google.common.collect.ImmutableList;
import dev.postern.cli.CustomPolicyRequest.Target;
import dev.postern.cli.CustomPolicyResponse.Outcome;
import dev.postern.eval.Authorizer;
import dev.postern.eval.InvalidRequestException;
import dev.postern.eval.UnsupportedRequestException;
import dev.postern.model.ActionName;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.SourceFile;
import dev.postern.model.source.ProblemCode;
import java.util.Optional;

/**
 * Answers the input of {@code aws iam simulate-custom-policy} as AWS's command does, without AWS.
 */
final class CustomPolicySimulation {
  private final ShapeReader shape = new ShapeReader();
  private final Authorizer authorizer = Authorizer.standard();
  private final PolicyReader reader;

  CustomPolicySimulation(PolicyReader reader) {
    this.reader = reader;
  }

  /** The answer; empty if there is something to complain about. */
  Optional<String> answer(SourceFile file) {
    file.problem().forEach(shape::refuse);
    return file.problem().isEmpty()
        ? CustomPolicyReader.read(file.source(), reader, shape).flatMap(this::answer)
        : Optional.empty();
  }

  private Optional<String> answer(CustomPolicyRequest request) {
    CustomPolicyResponse response = new CustomPolicyResponse(request);
    for (ActionName action : request.page()) {
      ImmutableList<Outcome> outcomes =
          request.targets().stream()
              .flatMap(target -> outcome(request, action, target).stream())
              .collect(ImmutableList.toImmutableList());
      if (shape.isSound()) {
        response.add(action, outcomes);
      }
    }
    return shape.isSound() ? Optional.of(response.end()) : Optional.empty();
  }

  private Optional<Outcome> outcome(CustomPolicyRequest request, ActionName action, Target target) {
    try {
      return Optional.of(
          new Outcome(
              target, authorizer.decide(request.request(action, target), request.policies())));
    } catch (InvalidRequestException e) {
      refuse(ProblemCode.SCENARIO_CONTRADICTION, target, e);
    } catch (UnsupportedRequestException e) {
      refuse(ProblemCode.SCENARIO_UNSUPPORTED, target, e);
    }
    return Optional.empty();
  }

  private void refuse(ProblemCode code, Target target, RuntimeException e) {
    shape.refuse(code, target.span(), String.valueOf(e.getMessage()), "");
  }

  /** What is wrong with the input, several lines each. */
  ImmutableList<String> complaints() {
    return shape.complaints().stream()
        .map(ShapeReader.Complaint::render)
        .distinct()
        .collect(ImmutableList.toImmutableList());
  }
}
