package io.github.hybridnet.azure.signin.credential;

import com.azure.core.credential.TokenCredential;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.certificate.ClientCertificate;
import io.github.hybridnet.azure.signin.federation.FederatedToken;
import io.github.hybridnet.azure.signin.federation.FileTokenOrigin;
import io.github.hybridnet.azure.signin.federation.VariableTokenOrigin;
import io.github.hybridnet.azure.signin.token.SignInBasis;
import io.github.hybridnet.model.Secret;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The ways of an application that has something of its own: a secret, a certificate, a token. */
public final class ServicePrincipalCandidates {
  public static final String SECRET = "AZURE_CLIENT_SECRET";
  static final String CERTIFICATE = "AZURE_CLIENT_CERTIFICATE_PATH";
  static final String CERTIFICATE_PASSWORD = "AZURE_CLIENT_CERTIFICATE_PASSWORD";
  static final String SEND_CHAIN = "AZURE_CLIENT_SEND_CERTIFICATE_CHAIN";
  static final String TOKEN_FILE = "AZURE_FEDERATED_TOKEN_FILE";
  static final String TOKEN = "AZURE_FEDERATED_TOKEN";

  private final CredentialContext context;

  ServicePrincipalCandidates(CredentialContext context) {
    this.context = context;
  }

  CredentialCandidate clientSecret() {
    String method = "client secret";
    Optional<String> text = context.variables().value(SECRET);
    if (text.isEmpty()) {
      return CredentialCandidate.closed(method, missing(SECRET));
    }
    Secret secret = context.credentials().remembered(text.get());
    return principal(
        method,
        SignInBasis.lasting("it has a client secret"),
        (tenant, client) -> context.credentials().secret(tenant, client, secret));
  }

  CredentialCandidate clientCertificate() {
    String method = "client certificate";
    Optional<String> name = context.variables().value(CERTIFICATE);
    if (name.isEmpty()) {
      return CredentialCandidate.closed(method, missing(CERTIFICATE));
    }
    Optional<Path> file = readable(name.get());
    if (file.isEmpty()) {
      return CredentialCandidate.broken(
          method, "the file that " + CERTIFICATE + " names cannot be read");
    }
    Secret password =
        context
            .variables()
            .value(CERTIFICATE_PASSWORD)
            .map(context.credentials()::remembered)
            .orElse(null);
    boolean chain =
        context
            .variables()
            .value(SEND_CHAIN)
            .filter(value -> value.equals("1") || value.equalsIgnoreCase("true"))
            .isPresent();
    return principal(
        method,
        SignInBasis.lasting("it has a certificate"),
        (tenant, client) ->
            context
                .credentials()
                .certificate(
                    tenant,
                    client,
                    new ClientCertificate.CertificateFile(file.get(), password, chain)));
  }

  CredentialCandidate workloadIdentity() {
    String method = "workload identity";
    Optional<String> text = context.variables().value(TOKEN);
    Optional<String> name = context.variables().value(TOKEN_FILE);
    if (text.isEmpty() && name.isEmpty()) {
      return CredentialCandidate.closed(method, missing(TOKEN_FILE));
    }
    if (name.isPresent() && readable(name.get()).isEmpty()) {
      return CredentialCandidate.broken(
          method, "the file that " + TOKEN_FILE + " names cannot be read");
    }
    FederatedToken token =
        context
            .credentials()
            .federated(
                name.<FederatedToken.TokenOrigin>map(
                        file -> new FileTokenOrigin(Path.of(file), TOKEN_FILE))
                    .orElseGet(() -> new VariableTokenOrigin(text.orElseThrow(), TOKEN)));
    return principal(
        method, token, (tenant, client) -> context.credentials().assertion(tenant, client, token));
  }

  private CredentialCandidate principal(
      String method, SignInBasis basis, BiFunction<String, String, TokenCredential> maker) {
    Optional<SourcedValue> client = context.client(CredentialContext.CLIENT_ID);
    SourcedValue tenant = context.tenant(CredentialContext.TENANT_ID);
    if (client.isEmpty() || tenant == null) {
      return CredentialCandidate.broken(method, missing());
    }
    return CredentialCandidate.open(
        method,
        new SignInIdentity(
            () -> maker.apply(tenant.value(), client.get().value()),
            CredentialContext.named(client.get()),
            tenant,
            basis));
  }

  private String missing(String... own) {
    String[] all =
        Stream.concat(
                Stream.of(CredentialContext.CLIENT_ID, CredentialContext.TENANT_ID), Stream.of(own))
            .toArray(String[]::new);
    return context.missing(all).orElseThrow();
  }

  private static Optional<Path> readable(String name) {
    try {
      return Optional.of(Path.of(name)).filter(Files::isReadable);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
