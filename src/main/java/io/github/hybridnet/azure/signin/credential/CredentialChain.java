package io.github.hybridnet.azure.signin.credential;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Chooses the identity by the environment, without a request. The first method that is configured
 * is used, and no other: neither a wrong secret nor a missing file must lead to another identity.
 */
public final class CredentialChain {
  private final CredentialContext context;

  public CredentialChain(CredentialContext context) {
    this.context = context;
  }

  /** The methods that were asked for, in their order, up to the first that is configured. */
  public List<CredentialCandidate> candidates() {
    List<CredentialCandidate> considered = new ArrayList<>();
    for (Supplier<CredentialCandidate> method : methods()) {
      CredentialCandidate credentialCandidate = method.get();
      considered.add(credentialCandidate);
      if (credentialCandidate.isLast()) {
        break;
      }
    }
    return considered;
  }

  private List<Supplier<CredentialCandidate>> methods() {
    ServicePrincipalCandidates principal = new ServicePrincipalCandidates(context);
    PipelineCandidates pipeline = new PipelineCandidates(context);
    MachineCandidates machine = new MachineCandidates(context);
    return switch (context.signIn().type()) {
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
