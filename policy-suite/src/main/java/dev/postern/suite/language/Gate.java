package dev.postern.suite.language;

import com.google.common.collect.ImmutableList;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.VpcEndpointKind;
import dev.postern.model.PolicyType;
import java.util.Optional;

/** A VPC endpoint. */
record Gate(CompiledPolicy policy, ImmutableList<VpcEndpointKind> kind) {
  static Optional<Gate> of(Sentence.Endpoint endpoint, PolicyPaths paths) {
    return paths
        .one(endpoint.path(), PolicyType.VPC_ENDPOINT)
        .map(policy -> new Gate(policy, endpoint.kind()));
  }
}
