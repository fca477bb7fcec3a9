package io.github.hybridnet.azure.signin.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds out who may sign in, by what the environment says and without asking anybody. The first way
 * that is configured is taken, and no other: a wrong secret must not end in somebody else's
 * sign-in, and neither must a file that is missing.
 */
public final class CredentialChain {
  private final CredentialContext around;

  public CredentialChain(CredentialContext around) {
    this.around = around;
  }

  /** The ways that were asked for, in their order, up to the first that is open. */
  public List<CredentialCandidate> candidates() {
    List<CredentialCandidate> considered = new ArrayList<>();
    for (Supplier<CredentialCandidate> way : ways()) {
      CredentialCandidate credentialCandidate = way.get();
      considered.add(credentialCandidate);
      if (credentialCandidate.isLast()) {
        break;
      }
    }
    return considered;
  }

  private List<Supplier<CredentialCandidate>> ways() {
    ServicePrincipalCandidates principal = new ServicePrincipalCandidates(around);
    PipelineCandidates pipeline = new PipelineCandidates(around);
    MachineCandidates machine = new MachineCandidates(around);
    return switch (around.signIn().type()) {
      case AUTO, SERVICE_PRINCIPAL ->
          List.of(
              principal::clientSecret,
              principal::clientCertificate,
              principal::workloadIdentity,
              pipeline::github,
              pipeline::azure,
              machine::managedIdentity,
              machine::azureCli);
      case ENVIRONMENT -> List.of(principal::clientSecret, principal::clientCertificate);
      case WORKLOAD_IDENTITY -> List.of(principal::workloadIdentity);
      case GITHUB_ACTIONS -> List.of(pipeline::github);
      case AZURE_PIPELINES -> List.of(pipeline::azure);
      case MANAGED_IDENTITY -> List.of(machine::managedIdentity);
      case AZURE_CLI -> List.of(machine::azureCli);
    };
  }
}
