package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.AuthType;
import io.github.hybridnet.azure.ManagedIdentityId;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.engine.SignInTerm;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of the machine that runs the build, and of the user who signed in there. */
final class MachineWays {
  private static final String ELSEWHERE =
      "it is not given to an endpoint outside Microsoft's clouds";

  private final Surroundings around;

  MachineWays(Surroundings around) {
    this.around = around;
  }

  Candidate managedIdentity() {
    String method = "managed identity";
    Optional<ManagedIdentityId> given = Optional.ofNullable(around.signIn().managedIdentity());
    if (given.isEmpty() && !around.isAskedFor(AuthType.MANAGED_IDENTITY)) {
      return Candidate.closed(
          method, "it is used only with hybridnet.auth.type=managed_identity or an id of it");
    }
    if (around.isCustom()) {
      return Candidate.closed(method, ELSEWHERE);
    }
    Optional<ManagedIdentityId> id =
        given.or(
            () ->
                around
                    .client(Surroundings.CLIENT_ID)
                    .map(client -> new ManagedIdentityId(ManagedIdentityId.Kind.CLIENT, client)));
    Sourced name =
        id.map(ManagedIdentityId::id)
            .map(one -> new Sourced("managed identity " + one.value(), one.source()))
            .orElseGet(() -> new Sourced("managed identity", "hybridnet.auth.type"));
    return Candidate.open(
        method,
        new Identity(
            () -> around.credentials().managedIdentity(id.orElse(null), name),
            name,
            around.tenant(Surroundings.TENANT_ID),
            SignInBasis.lasting("the machine has it")));
  }

  Candidate azureCli() {
    String method = "Azure CLI";
    if (around.isCustom()) {
      return Candidate.closed(method, ELSEWHERE);
    }
    Optional<Path> program = onPath();
    if (program.isEmpty()) {
      return Candidate.closed(method, "there is no az on the PATH");
    }
    Sourced tenant = around.tenant(Surroundings.TENANT_ID);
    AzureCli.Installation installation =
        new AzureCli.Installation(program.get(), around.variables().all());
    AzureCli.Account account =
        new AzureCli.Account(
            Ids.checked("subscription", around.settings().subscriptionId()),
            tenant,
            around.variables().has(Surroundings.CLIENT_ID));
    return Candidate.open(
        method,
        new Identity(
            () -> around.credentials().azureCli(installation, account),
            new Sourced("user of the Azure CLI", "az login"),
            tenant,
            end ->
                SignInTerm.unknownAfter(
                    end,
                    "it is not known whether the Azure CLI can renew its token; after azure/login"
                        + " in a pipeline it cannot")));
  }

  private Optional<Path> onPath() {
    // On Windows the file without suffix is a script for other shells.
    List<String> names = File.separatorChar == '\\' ? List.of("az.cmd", "az.exe") : List.of("az");
    return around.variables().all().entrySet().stream()
        .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
        .flatMap(variable -> Stream.of(variable.getValue().split(File.pathSeparator)))
        .flatMap(directory -> path(directory).stream())
        .flatMap(directory -> names.stream().map(directory::resolve))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text.strip()));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
