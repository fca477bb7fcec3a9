package io.github.hybridnet.azure.signin.federation;

import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What keeps a federated token away, as whole sentences. */
final class FederationProblems {
  private FederationProblems() {}

  /** What should be a token is none. Its text is not shown. */
  static UserException noToken(String where) {
    return UserException.unable(
        "HN3061",
        "There is no JSON web token in " + where + ".",
        "store the token there that the build server issues for this job: three parts of Base64,"
            + " joined by dots, and nothing else",
        null);
  }

  /** The file cannot be read. */
  static UserException unreadableFile(Path file, String variable, @Nullable Throwable why) {
    return UserException.unable(
        "HN3061",
        "The file '" + file + "', which " + variable + " names, cannot be read.",
        "set "
            + variable
            + " to a file that this user may read. The file must exist until the build"
            + " has ended",
        why);
  }

  /** The service of the pipeline refuses. */
  static UserException notGiven(PipelineTokenOrigin.TokenRequest tokenRequest, String said) {
    return UserException.unable(
        "HN3059",
        tokenRequest.service() + " did not issue a token to this job: " + said + ".",
        tokenRequest.member().equals(PipelineTokenServices.AZURE_MEMBER)
            ? azureFix(tokenRequest.jobToken().variable())
            : "check that "
                + tokenRequest.jobToken().variable()
                + " belongs to this job and that the job still runs. The job needs 'permissions:"
                + " id-token: write'",
        null);
  }

  private static String azureFix(String variable) {
    return "set '"
        + variable
        + ": $(System.AccessToken)' in the env of this step (docs/sign-in.md). Check that"
        + " AZURESUBSCRIPTION_SERVICE_CONNECTION_ID is the id of the service connection. Check also"
        + " that the connection permits this pipeline to use it";
  }

  /** An address that the environment names cannot be asked. */
  static UserException badAddress(String source) {
    return UserException.unable(
        "HN3059",
        "The address for tokens of this job (from " + source + ") is not an https address.",
        "do not change the value that the build server sets",
        null);
  }
}
