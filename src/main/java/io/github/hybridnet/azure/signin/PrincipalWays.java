package io.github.hybridnet.azure.signin;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.Sourced;
import io.github.hybridnet.model.Secret;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The ways of an application that has something of its own: a secret, a certificate, a token. */
final class PrincipalWays {
  static final String SECRET = "AZURE_CLIENT_SECRET";
  static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
  static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  static final String SEND_CHAIN = "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN";
  static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";
  static final String TOKEN = "AZURE_FEDERATED_TOKEN";

  private final Surroundings around;

  PrincipalWays(Surroundings around) {
    this.around = around;
  }

  Candidate clientSecret() {
    String method = "client secret";
    Optional<String> text = around.variables().value(SECRET);
    if (text.isEmpty()) {
      return Candidate.closed(method, missing(SECRET));
    }
    Secret secret = around.credentials().remembered(text.get());
    return principal(
        method,
        SignInBasis.lasting("it has a client secret"),
        (tenant, client) -> around.credentials().secret(tenant, client, secret));
  }

  Candidate clientCertificate() {
    String method = "client certificate";
    Optional<String> name = around.variables().value(CERTIFICATE);
    if (name.isEmpty()) {
      return Candidate.closed(method, missing(CERTIFICATE));
    }
    Optional<Path> file = readable(name.get());
    if (file.isEmpty()) {
      return Candidate.broken(method, "the file that " + CERTIFICATE + " names cannot be read");
    }
    Secret password =
        around
            .variables()
            .value(CERTIFICATE_PASSWORD)
            .map(around.credentials()::remembered)
            .orElse(null);
    boolean chain =
        around
            .variables()
            .value(SEND_CHAIN)
            .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
            .isPresent();
    return principal(
        method,
        SignInBasis.lasting("it has a certificate"),
        (tenant, client) ->
            around
                .credentials()
                .certificate(
                    tenant, client, new ClientCertificate.Place(file.get(), password, chain)));
  }

  Candidate workloadIdentity() {
    String method = "workload identity";
    Optional<String> text = around.variables().value(TOKEN);
    Optional<String> name = around.variables().value(TOKEN_FILE);
    if (text.isEmpty() && name.isEmpty()) {
      return Candidate.closed(method, missing(TOKEN_FILE));
    }
    if (name.isPresent() && readable(name.get()).isEmpty()) {
      return Candidate.broken(method, "the file that " + TOKEN_FILE + " names cannot be read");
    }
    FederatedToken token =
        around
            .credentials()
            .federated(
                name.<FederatedToken.Origin>map(file -> new TokenFile(Path.of(file), TOKEN_FILE))
                    .orElseGet(() -> new GivenToken(text.orElseThrow(), TOKEN)));
    return principal(
        method, token, (tenant, client) -> around.credentials().assertion(tenant, client, token));
  }

  private Candidate principal(
      String method, SignInBasis basis, BiFunction<String, String, TokenCredential> maker) {
    Optional<Sourced> client = around.client(Surroundings.CLIENT_ID);
    Sourced tenant = around.tenant(Surroundings.TENANT_ID);
    if (client.isEmpty() || tenant == null) {
      return Candidate.broken(method, missing());
    }
    return Candidate.open(
        method,
        new Identity(
            () -> maker.apply(tenant.value(), client.get().value()),
            Surroundings.named(client.get()),
            tenant,
            basis));
  }

  private String missing(String... own) {
    String[] all =
        Stream.concat(Stream.of(Surroundings.CLIENT_ID, Surroundings.TENANT_ID), Stream.of(own))
            .toArray(String[]::new);
    return around.missing(all).orElseThrow();
  }

  private static Optional<Path> readable(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isReadable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
