package io.github.hybridnet.azure.signin;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.SessionDescription.Subscription;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import io.github.hybridnet.azure.signin.cloud.TlsProblems;
import io.github.hybridnet.azure.signin.credential.CredentialCandidate;
import io.github.hybridnet.azure.signin.credential.ServicePrincipalCandidates;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.text.SpellingSuggestion;
import io.github.hybridnet.text.UserException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Each failure before the first resource is read, as a whole sentence with its fix. */
public final class SignInProblems {
  private SignInProblems() {}

  /** {@code hybridnet.cloud} is neither a known name nor a usable address. */
  public static UserException unknownCloud(SourcedValue value) {
    return UserException.unable(
        "HN3001",
        "The cloud '"
            + value.value()
            + "' (from "
            + value.source()
            + ") is not known."
            + meant(
                value,
                Stream.concat(
                    Stream.of("simulator"),
                    Stream.of(CloudTarget.KnownCloud.values()).map(CloudTarget.KnownCloud::label))),
        "Use "
            + labels(Stream.of(CloudTarget.KnownCloud.values()).map(CloudTarget.KnownCloud::label))
            + ", simulator, or the address of an Azure Resource Manager endpoint, such as"
            + " https://management.example.com, without a path.",
        null);
  }

  /** {@code hybridnet.auth.type} is not known. */
  public static UserException unknownAuthType(SourcedValue value) {
    return UserException.unable(
        "HN3002",
        "The way to sign in '"
            + value.value()
            + "' (from "
            + value.source()
            + ") is not known."
            + meant(value, Stream.of(AuthType.values()).map(AuthType::label)),
        "Use " + labels(Stream.of(AuthType.values()).map(AuthType::label)) + ".",
        null);
  }

  private static String meant(SourcedValue value, Stream<String> known) {
    String nearest = SpellingSuggestion.to(value.value().strip(), known.toList());
    return nearest == null ? "" : " Did you mean " + nearest + "?";
  }

  /** A service principal is asked for, and no server named. */
  public static UserException noServer() {
    return UserException.unable(
        "HN3003",
        "hybridnet.auth.type=service_principal needs a server of settings.xml, and none is named.",
        "Set hybridnet.serverId to a server with the client id as its username and the client"
            + " secret as its password.",
        null);
  }

  /** Nothing to sign in with. */
  static UserException noCredential(
      CloudEnvironment cloud, AuthType type, List<CredentialCandidate> considered) {
    String tried =
        considered.stream()
            .map(c -> System.lineSeparator() + "    " + c.method() + ": " + c.reason())
            .collect(Collectors.joining());
    return UserException.unable(
        "HN3010",
        "There is no credential for " + named(cloud) + ". Considered:" + tried,
        way(cloud, type),
        null);
  }

  private static String way(CloudEnvironment cloud, AuthType type) {
    String another = ", or choose another hybridnet.auth.type.";
    return switch (type) {
      case WORKLOAD_IDENTITY ->
          "Set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE" + another;
      case GITHUB_ACTIONS ->
          "Set AZURE_CLIENT_ID and AZURE_TENANT_ID, and give the job the permission"
              + " 'id-token: write'"
              + another;
      case AZURE_PIPELINES ->
          "Give the step the variables of the example in docs/sign-in.md" + another;
      case AZURE_CLI ->
          cloud.isMicrosofts()
              ? "Install the Azure CLI and sign in with 'az login'" + another
              : "Choose another hybridnet.auth.type.";
      default ->
          "Set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or name a server of"
              + " settings.xml with hybridnet.serverId"
              + (cloud.isMicrosofts() ? ", or sign in with 'az login'." : ".");
    };
  }

  /** The client secret is wrong or has expired. */
  static UserException wrongSecret(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3011",
        "The secret of the " + signInIdentity.name() + " was not accepted: " + said,
        "Give the value of a client secret that is valid, not its id, in "
            + (signInIdentity.name().source().startsWith("environment")
                ? ServicePrincipalCandidates.SECRET
                : signInIdentity.name().source())
            + ".",
        detail);
  }

  /** The tenant does not exist. */
  static UserException wrongTenant(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3012",
        "The tenant " + tenant(signInIdentity) + " was not found: " + said,
        "Set hybridnet.tenantId, or AZURE_TENANT_ID, to the tenant of the credential, and check"
            + " hybridnet.cloud.",
        detail);
  }

  /** The tenant does not know the application. */
  static UserException unknownClient(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3013",
        "The tenant "
            + tenant(signInIdentity)
            + " does not know the "
            + signInIdentity.name()
            + ": "
            + said,
        "Check the client id, and that it belongs to this tenant.",
        detail);
  }

  /** A service principal without a tenant. */
  static UserException noTenant(SourcedValue identity) {
    return UserException.unable(
        "HN3016",
        "The tenant of the " + identity + " is not known.",
        "Set hybridnet.tenantId, or <configuration><tenant> of the server in settings.xml.",
        null);
  }

  /** Several subscriptions, none chosen. */
  static UserException severalSubscriptions(
      SignInIdentity signInIdentity, List<Subscription> visible) {
    String list =
        visible.stream()
            .map(s -> System.lineSeparator() + "    " + s.id() + "  " + s.name())
            .collect(Collectors.joining());
    return UserException.unable(
        "HN3020",
        "The "
            + signInIdentity.name().value()
            + " sees several subscriptions, and none is chosen:"
            + list,
        "Set hybridnet.subscriptionId to one of them.",
        null);
  }

  /** No subscription at all. */
  static UserException noSubscription(SignInIdentity signInIdentity) {
    return UserException.unable(
        "HN3021",
        "The "
            + signInIdentity.name()
            + " sees no enabled subscription in the tenant "
            + tenant(signInIdentity)
            + ".",
        "Give it a role on the subscription, or check the tenant.",
        null);
  }

  /** The given subscription cannot be read. */
  static UserException subscriptionNotFound(
      SourcedValue subscription, SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3022",
        "The subscription "
            + subscription
            + " was not found by the "
            + signInIdentity.name().value()
            + ": "
            + said,
        "Check the id, the tenant and the cloud, and that the identity has a role on the"
            + " subscription.",
        detail);
  }

  /** The endpoint does not answer. */
  public static UserException unreachable(URI endpoint, String said, @Nullable Throwable why) {
    return UserException.unable(
        "HN3030",
        endpoint + " cannot be reached: " + said,
        "Check the address, the network and the proxy (settings.xml or HTTPS_PROXY), and whether"
            + " the endpoint runs.",
        why);
  }

  /** The endpoint's certificate is not trusted. */
  public static UserException certificateNotTrusted(URI endpoint, @Nullable Throwable why) {
    return UserException.unable(
        "HN3031",
        "The certificate of " + endpoint + " is not trusted.",
        "Set hybridnet.caCertificates to a PEM file with the certificate authority that signed it.",
        why);
  }

  /** The endpoint is something else. */
  public static UserException notResourceManager(URI endpoint, String said) {
    return UserException.unable(
        "HN3032",
        endpoint
            + " is not an Azure Resource Manager endpoint: /metadata/endpoints answered "
            + said
            + ", without an authority to sign in at.",
        "Check hybridnet.cloud.",
        null);
  }

  /** The file of certificate authorities cannot be used. */
  public static UserException unreadableCertificates(Path file, String source, Exception why) {
    if (why instanceof NoSuchAlgorithmException) {
      return TlsProblems.missingAlgorithm("the file " + file, why);
    }
    return UserException.unable(
        "HN3033",
        "The file " + file + " (" + source + ") " + wrong(why) + ".",
        why instanceof IOException
            ? "Name a PEM file that is there and that this user may read."
            : "Name a PEM file that begins with -----BEGIN CERTIFICATE-----.",
        why);
  }

  private static String wrong(Exception why) {
    if (why instanceof NoSuchFileException) {
      return "does not exist";
    }
    return why instanceof IOException ? "cannot be read" : "holds no certificate that can be read";
  }

  /** Azure Resource Manager refuses the identity or the question. */
  static UserException refusedByEndpoint(URI endpoint, String said, Throwable detail) {
    return UserException.unable(
        "HN3034",
        endpoint + " refused the first request: " + said,
        "Check the tenant, the cloud, and the roles of the identity.",
        detail);
  }

  /** A Key Vault does not give a secret. */
  public static UserException secretNotRead(
      String secret, URI vault, String said, Throwable detail) {
    return UserException.unable(
        "HN3040",
        "The secret '" + secret + "' of the Key Vault " + vault + " cannot be read: " + said,
        "Check the names in the parameter file, and that the identity may get secrets there (role"
            + " Key Vault Secrets User).",
        detail);
  }

  /** A vault's name could be no part of an address. */
  public static UserException badVaultName(String vaultId) {
    return UserException.unable(
        "HN3042",
        "The parameter files refer to the Key Vault " + vaultId + ", which no vault is called.",
        "Give the vault's resource id; its name has letters, digits and hyphens.",
        null);
  }

  /** A vault is named in a cloud that has none. */
  public static UserException noKeyVault(String cloud, String vaultId) {
    return UserException.unable(
        "HN3041",
        "The parameter files refer to the Key Vault "
            + vaultId
            + ", and the cloud "
            + cloud
            + " names no address for Key Vaults.",
        "Give the secret another way, for example ${env.SHARED_KEY}.",
        null);
  }

  private static String tenant(SignInIdentity signInIdentity) {
    return signInIdentity.tenant() == null
        ? "of the credential"
        : signInIdentity.tenant().toString();
  }

  private static String named(CloudEnvironment cloud) {
    return "the cloud " + cloud.name() + " (" + cloud.endpoint() + ")";
  }

  private static String labels(Stream<String> labels) {
    return labels.collect(Collectors.joining(", "));
  }
}
