package io.github.hybridnet.azure.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Finds out who may sign in, by what the environment says and without asking anybody. The first way
 * that is configured is taken, and no other: a wrong secret must not end in somebody else's
 * sign-in, and neither must a file that is missing.
 */
final class EnvironmentChain {
  private final Surroundings around;

  EnvironmentChain(Surroundings around) {
    this.around = around;
  }

  /** The ways that were asked for, in their order, up to the first that is open. */
  List<Candidate> candidates() {
    List<Candidate> considered = new ArrayList<>();
    for (Supplier<Candidate> way : ways()) {
      Candidate candidate = way.get();
      considered.add(candidate);
      if (candidate.isLast()) {
        break;
      }
    }
    return considered;
  }

  private List<Supplier<Candidate>> ways() {
    PrincipalWays principal = new PrincipalWays(around);
    PipelineWays pipeline = new PipelineWays(around);
    MachineWays machine = new MachineWays(around);
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
