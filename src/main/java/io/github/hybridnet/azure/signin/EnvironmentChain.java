package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.AuthType;
import io.github.hybridnet.azure.CloudTarget;
import io.github.hybridnet.azure.SignIn;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.engine.SignInTerm;
import io.github.hybridnet.model.Secret;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds out who may sign in, by what the environment says and without asking anybody. The first way
 * that is configured is taken, and no other: a wrong secret must not end in somebody else's
 * sign-in, and neither must a file that is missing.
 */
final class EnvironmentChain {
  static final String CLIENT_ID = "AZURE_CLIENT_ID";
  static final String TENANT_ID = "AZURE_TENANT_ID";
  static final String SECRET = "AZURE_CLIENT_SECRET";
  static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
  static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";

  private final CredentialFactory credentials;
  private final Map<String, String> environment;
  private final AuthType type;
  private final boolean custom;
  private final @Nullable Sourced tenant;

  /**
   * A chain.
   *
   * @param signIn the variables, and which way was asked for
   * @param target an endpoint of the user's is given the credentials that are meant for it, and
   *     neither the machine's identity nor that of the Azure CLI's user
   * @param tenant the tenant of the settings, or null
   */
  EnvironmentChain(
      CredentialFactory credentials,
      SignIn.FromEnvironment signIn,
      CloudTarget target,
      @Nullable Sourced tenant) {
    this.credentials = credentials;
    this.environment = signIn.environment();
    this.type = signIn.type();
    this.custom = target instanceof CloudTarget.Endpoint;
    this.tenant =
        Ids.checked("tenant", tenant != null ? tenant : fromEnvironment(TENANT_ID).orElse(null));
  }

  /** The ways that were asked for, in their order, up to the first that is open. */
  List<Candidate> candidates() {
    List<Supplier<Candidate>> ways =
        switch (type) {
          case AUTO, SERVICE_PRINCIPAL ->
              List.of(
                  this::clientSecret,
                  this::clientCertificate,
                  this::workloadIdentity,
                  this::unaskedManagedIdentity,
                  this::azureCli);
          case ENVIRONMENT -> List.of(this::clientSecret, this::clientCertificate);
          case WORKLOAD_IDENTITY -> List.of(this::workloadIdentity);
          case MANAGED_IDENTITY -> List.of(this::managedIdentity);
          case AZURE_CLI -> List.of(this::azureCli);
        };
    List<Candidate> considered = new ArrayList<>();
    for (Supplier<Candidate> way : ways) {
      Candidate candidate = way.get();
      considered.add(candidate);
      if (candidate.isLast()) {
        break;
      }
    }
    return considered;
  }

  private Candidate clientSecret() {
    return servicePrincipal(
        "client secret",
        SECRET,
        Renewal.always("it has a client secret"),
        (client, secret) ->
            credentials.secret(tenantId(), client, Secret.of(secret, Secret.Source.ENVIRONMENT)));
  }

  private Candidate clientCertificate() {
    Optional<Secret> password =
        variable(CERTIFICATE_PASSWORD).map(text -> Secret.of(text, Secret.Source.ENVIRONMENT));
    return withFile(
        "client certificate",
        CERTIFICATE,
        Renewal.always("it has a certificate"),
        (client, file) -> credentials.certificate(tenantId(), client, file, password.orElse(null)));
  }

  private Candidate workloadIdentity() {
    return withFile(
        "workload identity",
        TOKEN_FILE,
        end -> SignInTerm.unknownAfter(end, "somebody else must renew the file " + TOKEN_FILE),
        (client, file) -> credentials.workloadIdentity(tenantId(), client, file));
  }

  private Candidate unaskedManagedIdentity() {
    return Candidate.closed(
        "managed identity", "it is used only with hybridnet.auth.type=managed_identity");
  }

  private Candidate managedIdentity() {
    String method = "managed identity";
    if (custom) {
      return Candidate.closed(method, "it is not given to an endpoint outside Microsoft's clouds");
    }
    String client = variable(CLIENT_ID).orElse(null);
    String name = client == null ? "managed identity" : "managed identity " + client;
    String source = "hybridnet.auth.type" + (client == null ? "" : " and environment " + CLIENT_ID);
    return Candidate.open(
        method,
        new Identity(
            () -> credentials.managedIdentity(client),
            new Sourced(name, source),
            tenant,
            Renewal.always("the machine has it")));
  }

  private Candidate azureCli() {
    String method = "Azure CLI";
    if (custom) {
      return Candidate.closed(method, "it is not given to an endpoint outside Microsoft's clouds");
    }
    if (!isOnPath("az")) {
      return Candidate.closed(method, "there is no az on the PATH");
    }
    String id = tenant == null ? null : tenant.value();
    return Candidate.open(
        method,
        new Identity(
            () -> credentials.azureCli(id),
            new Sourced("user of the Azure CLI", "az login"),
            tenant,
            end ->
                SignInTerm.unknownAfter(
                    end, "whether the Azure CLI can renew its token will be seen when it ends")));
  }

  private interface Maker<V> {
    TokenCredential make(String clientId, V value);
  }

  private Candidate servicePrincipal(
      String method, String variable, Renewal renewal, Maker<String> maker) {
    Optional<String> value = variable(variable);
    Optional<String> client = variable(CLIENT_ID);
    String missing = missing(variable);
    if (value.isEmpty()) {
      return Candidate.closed(method, missing);
    }
    if (client.isEmpty() || tenant == null) {
      return Candidate.broken(method, missing);
    }
    Sourced name = new Sourced("service principal " + client.get(), "environment " + CLIENT_ID);
    return Candidate.open(
        method, new Identity(() -> maker.make(client.get(), value.get()), name, tenant, renewal));
  }

  private Candidate withFile(String method, String variable, Renewal renewal, Maker<Path> maker) {
    Optional<Path> file = variable(variable).flatMap(EnvironmentChain::path);
    if (variable(variable).isPresent() && file.filter(Files::isReadable).isEmpty()) {
      return Candidate.broken(method, "the file that " + variable + " names cannot be read");
    }
    return servicePrincipal(
        method, variable, renewal, (client, value) -> maker.make(client, file.orElseThrow()));
  }

  private String missing(String variable) {
    List<String> absent =
        Stream.of(CLIENT_ID, TENANT_ID, variable)
            .filter(name -> variable(name).isEmpty())
            .filter(name -> !name.equals(TENANT_ID) || tenant == null)
            .toList();
    return String.join(", ", absent) + (absent.size() == 1 ? " is not set" : " are not set");
  }

  private String tenantId() {
    return Objects.requireNonNull(tenant).value();
  }

  private Optional<Sourced> fromEnvironment(String name) {
    return variable(name).map(value -> new Sourced(value, "environment " + name));
  }

  private Optional<String> variable(String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }

  private boolean isOnPath(String program) {
    // Windows writes the variable as Path.
    return environment.entrySet().stream()
        .filter(variable -> variable.getKey().equalsIgnoreCase("PATH"))
        .flatMap(variable -> Stream.of(variable.getValue().split(File.pathSeparator)))
        .flatMap(directory -> path(directory).stream())
        .flatMap(d -> Stream.of(d.resolve(program), d.resolve(program + ".cmd")))
        .anyMatch(Files::isExecutable);
  }

  private static Optional<Path> path(String text) {
    try {
      return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
