package io.github.hybridnet.azure.signin;

import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.SessionDescription.Subscription;
import io.github.hybridnet.azure.settings.SourcedValue;
import io.github.hybridnet.azure.signin.cloud.CloudEnvironment;
import io.github.hybridnet.azure.signin.credential.CredentialCandidate;
import io.github.hybridnet.azure.signin.credential.ServicePrincipalCandidates;
import io.github.hybridnet.azure.signin.credential.SignInIdentity;
import io.github.hybridnet.text.UserException;
import java.net.URI;
import java.util.List;
import java.util.stream.Collectors;

/** Each failure before the first resource is read, as a whole sentence with its fix. */
final class SignInProblems {
  private SignInProblems() {}

  /** No credential was found. */
  static UserException noCredential(
      CloudEnvironment cloud, AuthType type, List<CredentialCandidate> considered) {
    String tried =
        considered.stream()
            .map(c -> System.lineSeparator() + "    " + c.method() + ": " + c.reason())
            .collect(Collectors.joining());
    return UserException.unable(
        "HN3010",
        "There is no credential for " + named(cloud) + ". These were considered:" + tried,
        fixFor(cloud, type),
        null);
  }

  private static String fixFor(CloudEnvironment cloud, AuthType type) {
    String another = ", or choose another hybridnet.auth.type";
    return switch (type) {
      case WORKLOAD_IDENTITY ->
          "set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_FEDERATED_TOKEN_FILE" + another;
      case GITHUB_ACTIONS ->
          "set AZURE_CLIENT_ID and AZURE_TENANT_ID, and give the job the permission"
              + " 'id-token: write'"
              + another;
      case AZURE_PIPELINES ->
          "set the variables of the example in docs/sign-in.md for the step" + another;
      case AZURE_CLI ->
          cloud.isMicrosofts()
              ? "install the Azure CLI and sign in with 'az login'" + another
              : "choose another hybridnet.auth.type";
      default ->
          "set AZURE_CLIENT_ID, AZURE_TENANT_ID and AZURE_CLIENT_SECRET, or name a <server>"
              + " entry of settings.xml with hybridnet.serverId"
              + (cloud.isMicrosofts() ? ", or sign in with 'az login'" : "");
    };
  }

  /** The client secret is wrong or has expired. */
  static UserException wrongSecret(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3011",
        "The secret of the " + signInIdentity.name() + " was not accepted: " + said,
        "set the value of a client secret that is valid, not the id of the secret, in "
            + (signInIdentity.name().source().startsWith("environment")
                ? ServicePrincipalCandidates.SECRET
                : signInIdentity.name().source()),
        detail);
  }

  /** The tenant does not exist. */
  static UserException wrongTenant(SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3012",
        "The tenant " + tenant(signInIdentity) + " was not found: " + said,
        "set "
            + tenantPlace(signInIdentity)
            + " to the tenant of the credential. If it is right, check that hybridnet.cloud is the"
            + " cloud of this tenant",
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
        "set the client id of an application of this tenant. Or set "
            + tenantPlace(signInIdentity)
            + " to the tenant of this application",
        detail);
  }

  /** A service principal without a tenant. */
  static UserException noTenant(SourcedValue identity) {
    return UserException.unable(
        "HN3016",
        "The tenant of the " + identity + " is not known.",
        "set hybridnet.tenantId, or <configuration><tenant> of the <server> entry in settings.xml",
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
            + " has access to more than one subscription, and none is selected:"
            + list,
        "set hybridnet.subscriptionId to one of these subscriptions",
        null);
  }

  /** The identity has access to no subscription. */
  static UserException noSubscription(SignInIdentity signInIdentity) {
    return UserException.unable(
        "HN3021",
        "The "
            + signInIdentity.name()
            + " has access to no enabled subscription in the tenant "
            + tenant(signInIdentity)
            + ".",
        "give the identity a role on the subscription, or set hybridnet.tenantId to the tenant of"
            + " the subscription",
        null);
  }

  /** The given subscription cannot be read. */
  static UserException subscriptionNotFound(
      SourcedValue subscription, SignInIdentity signInIdentity, String said, Throwable detail) {
    return UserException.unable(
        "HN3022",
        "The subscription "
            + subscription.quoted()
            + " was not found by the "
            + signInIdentity.name().value()
            + ": "
            + said,
        "set the id of a subscription on which the identity has a role. Check also that"
            + " hybridnet.tenantId and hybridnet.cloud are the tenant and the cloud of the"
            + " subscription",
        detail);
  }

  /** Azure Resource Manager refuses the identity or the question. */
  static UserException refusedByEndpoint(
      URI endpoint, SignInIdentity signInIdentity, String said, CloudException detail) {
    return UserException.unable(
        "HN3034",
        endpoint
            + " refused the first request of the "
            + signInIdentity.name()
            + " in the tenant "
            + tenant(signInIdentity)
            + ": "
            + said,
        "check that hybridnet.cloud is the cloud of the subscription, and that this tenant owns the"
            + " subscription. If both are right, "
            + (detail.isSignInLost()
                ? signInAgain(signInIdentity)
                : "give the identity a role on the subscription"),
        detail);
  }

  /** What to do when a credential that signed in is not accepted any more. */
  private static String signInAgain(SignInIdentity signInIdentity) {
    SourcedValue tenant = signInIdentity.tenant();
    return signInIdentity.isOfAzureCli()
        ? "run az login --tenant " + (tenant == null ? "<tenant>" : tenant.value())
        : "check that the "
            + signInIdentity.name()
            + " is enabled in this tenant, and that its credential is still valid";
  }

  private static String tenant(SignInIdentity signInIdentity) {
    return signInIdentity.tenant() == null ? "of the credential" : signInIdentity.tenant().quoted();
  }

  /** Where the user corrects the tenant: where it came from. */
  private static String tenantPlace(SignInIdentity signInIdentity) {
    SourcedValue tenant = signInIdentity.tenant();
    if (tenant == null) {
      return "hybridnet.tenantId, or AZURE_TENANT_ID,";
    }
    String source = tenant.source();
    return source.startsWith("settings.xml")
        ? "<configuration><tenant> of " + source
        : source.replaceFirst("^environment ", "");
  }

  private static String named(CloudEnvironment cloud) {
    return "the cloud '" + cloud.name() + "' (" + cloud.endpoint() + ")";
  }
}
