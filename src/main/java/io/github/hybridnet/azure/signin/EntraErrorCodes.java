package io.github.hybridnet.azure.signin;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What to do about the numbers of Microsoft Entra ID.
 *
 * <p>Source: Microsoft's list of AADSTS error codes (reference-error-codes) and the pages on
 * federation and on Azure Pipelines; texts and numbers may change, so that an unknown number is
 * reported in the service's own words. State of November 2026.
 */
final class EntraErrorCodes {
  private static final Map<String, ErrorAdvice> ALL = all();

  /** Which sentence a code belongs to. */
  enum ErrorCategory {
    /** The client secret is wrong or has expired. */
    SECRET,
    /** The tenant was not found. */
    TENANT,
    /** The tenant does not know the application. */
    CLIENT,
    /** What was presented in the place of a secret does not fit what the application trusts. */
    FEDERATION,
    /** The service is busy or disturbed. */
    TEMPORARY,
    /** Any reason that is in no other category. */
    OTHER
  }

  /**
   * The meaning of a code.
   *
   * @param category which sentence it belongs to
   * @param cause a clause
   * @param fix a sentence
   */
  record ErrorAdvice(ErrorCategory category, String cause, String fix) {}

  private EntraErrorCodes() {}

  private static Map<String, ErrorAdvice> all() {
    Map<String, ErrorAdvice> all = new HashMap<>();
    credentials(all);
    federation(all);
    tokens(all);
    accounts(all);
    policies(all);
    requests(all);
    return Map.copyOf(all);
  }

  /** What the first known one of these codes means. */
  static Optional<ErrorAdvice> of(List<String> codes) {
    return codes.stream().flatMap(code -> Optional.ofNullable(ALL.get(code)).stream()).findFirst();
  }

  private static void credentials(Map<String, ErrorAdvice> all) {
    add(all, ErrorCategory.SECRET, "its secret is wrong", "", "7000215");
    add(all, ErrorCategory.SECRET, "its secret has expired", "", "7000222");
    add(all, ErrorCategory.TENANT, "the tenant was not found", "", "90002", "900021", "900023");
    add(all, ErrorCategory.CLIENT, "the tenant does not know this identity", "", "700016", "70001");
    add(
        all,
        ErrorCategory.OTHER,
        "the signature of its certificate does not match a certificate of the application",
        "upload this certificate to the application, or sign in with the one that it has",
        "700027");
    add(
        all,
        ErrorCategory.OTHER,
        "the application does not accept the subject or issuer of its certificate",
        "set AZURE_CLIENT_SEND_CERTIFICATE_CHAIN=true, and allow this subject at the application",
        "700030");
    add(
        all,
        ErrorCategory.OTHER,
        "its certificate or token is malformed",
        "use a file in which key and certificate belong together",
        "50012",
        "50027");
    add(
        all,
        ErrorCategory.OTHER,
        "the application is disabled",
        "have an administrator enable the application in the tenant",
        "7000112");
  }

  private static void federation(Map<String, ErrorAdvice> all) {
    add(
        all,
        ErrorCategory.FEDERATION,
        "its token has expired or is not valid yet",
        "use a sign-in method that fetches a new token each time (github_actions, azure_pipelines)."
            + " Check also that the clock of this machine is right",
        "700024");
    add(
        all,
        ErrorCategory.FEDERATION,
        "its token was made for another application",
        "set the client id to the application for which the token was issued",
        "700021");
    add(
        all,
        ErrorCategory.FEDERATION,
        "its token was made for another audience",
        "set hybridnet.cloud to the cloud of the subscription, and configure its audience on the"
            + " build server",
        "700023",
        "700212");
  }

  private static void tokens(Map<String, ErrorAdvice> all) {
    add(
        all,
        ErrorCategory.FEDERATION,
        "no federated credential of the application matches its token",
        "compare issuer, subject and audience with the federated credential. A new credential works"
            + " after a few minutes",
        "70021",
        "700211");
    add(
        all,
        ErrorCategory.FEDERATION,
        "no federated credential of the application has the subject of its token",
        "copy the subject shown here into the federated credential. Repositories created, renamed"
            + " or moved since July 2026 send their ids in it (repo:OWNER@ID/NAME@ID:...)",
        "700213");
    add(
        all,
        ErrorCategory.FEDERATION,
        "the application has no federated credential",
        "create a federated credential for issuer, subject and audience of the token",
        "70025");
    add(
        all,
        ErrorCategory.FEDERATION,
        "its token was issued by Microsoft Entra ID, which is not allowed here",
        "use the token that the build server itself issues",
        "700222",
        "700229",
        "700231");
    add(
        all,
        ErrorCategory.FEDERATION,
        "a policy of the tenant forbids this federation",
        "ask an administrator to allow the issuer",
        "700223",
        "700238");
  }

  private static void accounts(Map<String, ErrorAdvice> all) {
    add(
        all,
        ErrorCategory.OTHER,
        "the account is not in this tenant",
        "sign in with 'az login --tenant <tenant>'",
        "50034",
        "50020");
    add(
        all,
        ErrorCategory.OTHER,
        "multi-factor authentication is required, which a build cannot complete",
        "let the build sign in as an application instead of a user, or run 'az login' again",
        "50076",
        "50079");
    add(
        all,
        ErrorCategory.OTHER,
        "its sign-in has expired or was revoked",
        "run 'az login' again",
        "50173",
        "700082",
        "70043");
    add(
        all,
        ErrorCategory.OTHER,
        "the account is locked or disabled, or not assigned to the application",
        "ask an administrator of the tenant to enable or assign the account",
        "50053",
        "50057",
        "50105");
  }

  private static void policies(Map<String, ErrorAdvice> all) {
    add(
        all,
        ErrorCategory.OTHER,
        "Conditional Access or the security defaults of the tenant block this sign-in",
        "ask an administrator for an exception for this application, or use another network",
        "53003",
        "530035");
    add(
        all,
        ErrorCategory.OTHER,
        "nobody has consented to the application",
        "ask an administrator to grant consent",
        "65001");
  }

  private static void requests(Map<String, ErrorAdvice> all) {
    add(
        all,
        ErrorCategory.OTHER,
        "the application belongs to another cloud",
        "set hybridnet.cloud and hybridnet.tenantId to the cloud and the tenant of the"
            + " subscription",
        "900382");
    add(
        all,
        ErrorCategory.OTHER,
        "the tenant does not know Azure Resource Manager of this cloud",
        "set hybridnet.cloud and hybridnet.tenantId to the cloud and the tenant of the"
            + " subscription",
        "500011");
    add(
        all,
        ErrorCategory.OTHER,
        "the request names no tenant, or a wrong scope",
        "set hybridnet.tenantId or AZURE_TENANT_ID. Check also that hybridnet.cloud is the cloud of"
            + " this tenant",
        "50059",
        "70011");
    add(
        all,
        ErrorCategory.TEMPORARY,
        "this identity has signed in too often in a short time",
        "wait a few minutes. Builds that run at the same time count together",
        "50196",
        "90055");
    add(
        all,
        ErrorCategory.TEMPORARY,
        "Microsoft Entra ID has a problem",
        "run the goal again in a few minutes",
        "90033",
        "90024",
        "50033");
  }

  private static void add(
      Map<String, ErrorAdvice> all,
      ErrorCategory errorCategory,
      String cause,
      String fix,
      String... codes) {
    for (String code : codes) {
      all.put(code, new ErrorAdvice(errorCategory, cause, fix));
    }
  }
}
