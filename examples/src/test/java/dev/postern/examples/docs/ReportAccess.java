package dev.postern.examples.docs;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.INFO;

import dev.postern.eval.AuthorizationRequest;
import dev.postern.eval.Authorizer;
import dev.postern.eval.CompiledPolicy;
import dev.postern.eval.Decision;
import dev.postern.eval.PolicySet;
import dev.postern.model.PolicyType;
import dev.postern.model.json.PolicyReader;
import dev.postern.model.json.PolicyRefusedException;
import java.io.IOException;
import java.lang.System.Logger;
import java.nio.file.Path;

/** Who may read which report, as a service would ask. */
final class ReportAccess {
  private static final Logger LOG = System.getLogger(ReportAccess.class.getName());

  private final Authorizer authorizer = Authorizer.standard();
  private final Path file;
  private volatile PolicySet readers;

  ReportAccess(Path file) throws IOException {
    this.file = file;
    this.readers = read();
  }

  // README: docs-read
  private PolicySet read() throws IOException {
    return PolicySet.EMPTY.withIdentity(
        CompiledPolicy.of(PolicyReader.strict().read(file, PolicyType.IDENTITY)));
  }

  /** Takes the policy as it stands now; one that is of no use changes nothing. */
  void reload() {
    try {
      readers = read();
    } catch (IOException | PolicyRefusedException e) {
      LOG.log(ERROR, "the policies stay as they were", e);
    }
  }

  // README: end

  // README: docs-guard
  boolean mayRead(String session, String report, String address, boolean tls) {
    try {
      AuthorizationRequest request =
          AuthorizationRequest.by(session)
              .asksTo("s3:GetObject")
              .on("arn:aws:s3:::reports/" + report)
              .with("aws:SecureTransport", tls)
              .with("aws:SourceIp", address);
      Decision decision = authorizer.decide(request, readers);
      if (!decision.isAllowed()) {
        LOG.log(INFO, decision.toJson());
      }
      return decision.isAllowed();
    } catch (RuntimeException e) {
      LOG.log(ERROR, "not decided, so not allowed", e);
      return false;
    }
  }
  // README: end
}
