package io.github.hybridnet.azure.signin.credential;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.IdentifierFormat;
import io.github.hybridnet.azure.settings.ManagedIdentityId;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cli.AzureCliTokenCredential;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import io.github.hybridnet.engine.guard.SignInLifetime;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of the machine that runs the build, and of the user who signed in there. */
final class MachineCandidates {
  private static final String ELSEWHERE = "not used for an endpoint outside Microsoft's clouds";

  private final CredentialContext context;

  MachineCandidates(CredentialContext context) {
    this.context = context;
  }

  CredentialCandidate managedIdentity() {
    String method = "managed identity";
    Optional<ManagedIdentityId> given = Optional.ofNullable(context.signIn().managedIdentity());
    if (given.isEmpty() && !context.isAskedFor(AuthType.MANAGED_IDENTITY)) {
      return CredentialCandidate.closed(
          method,
          "used only with hybridnet.auth.type=managed_identity or a"
              + " hybridnet.auth.managedIdentity id");
    }
    if (context.isCustom()) {
      return CredentialCandidate.closed(method, ELSEWHERE);
    }
    Optional<ManagedIdentityId> id =
        given.or(
            () ->
                context
                    .client(CredentialContext.CLIENT_ID)
                    .map(client -> new ManagedIdentityId(ManagedIdentityId.Kind.CLIENT, client)));
    SourcedValue name =
        id.map(ManagedIdentityId::id)
            .map(one -> new SourcedValue("managed identity " + one.value(), one.source()))
            .orElseGet(() -> new SourcedValue("managed identity", "hybridnet.auth.type"));
    return CredentialCandidate.open(
        method,
        new SignInIdentity(
            () -> context.credentials().managedIdentity(id.orElse(null), name),
            name,
            context.tenant(CredentialContext.TENANT_ID),
            SignInBasis.lasting("the machine has it")));
  }

  CredentialCandidate azureCli() {
    String method = "Azure CLI";
    if (context.isCustom()) {
      return CredentialCandidate.closed(method, ELSEWHERE);
    }
    Optional<Path> program = onPath();
    if (program.isEmpty()) {
      return CredentialCandidate.closed(method, "there is no az on the PATH");
    }
    SourcedValue tenant = context.tenant(CredentialContext.TENANT_ID);
    AzureCliTokenCredential.CliInstallation cliInstallation =
        new AzureCliTokenCredential.CliInstallation(program.get(), context.variables().all());
    AzureCliTokenCredential.CliAccount cliAccount =
        new AzureCliTokenCredential.CliAccount(
            IdentifierFormat.checked("subscription", context.settings().subscriptionId()),
            tenant,
            context.variables().has(CredentialContext.CLIENT_ID));
    return CredentialCandidate.open(
        method,
        new SignInIdentity(
            () -> context.credentials().azureCli(cliInstallation, cliAccount),
            new SourcedValue("user of the Azure CLI", SignInIdentity.AZURE_CLI),
            tenant,
            end ->
                SignInLifetime.unknownAfter(
                    end,
                    "it is not known whether the Azure CLI can renew its token; after azure/login"
                        + " in a pipeline it cannot")));
  }

  private Optional<Path> onPath() {
    // On Windows the file without suffix is a script for other shells.
    List<String> names = File.separatorChar == '\\' ? List.of("az.cmd", "az.exe") : List.of("az");
    return context.variables().all().entrySet().stream()
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
