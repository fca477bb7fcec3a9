package io.github.hybridnet.azure.signin.certificate;

import static io.github.hybridnet.app.ProblemAssertions.says;

import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CertificateProblemsTest {
  private static final CertificateProblems PROBLEMS =
      new CertificateProblems(Path.of("client.pem"));
  private static final String CONVERT =
      "convert the key with 'openssl pkcs8 -topk8 -nocrypt -in key.pem -out new.pem', and put it in"
          + " one file with the certificate. A PFX file works too";

  private static void saysOfFile(UserException problem, String what, String fix) {
    says(
        problem,
        "HN3058: The client certificate 'client.pem' (AZURE_CLIENT_CERTIFICATE_PATH) " + what + ".",
        "  Fix: " + fix);
  }

  @Test
  void theKey() {
    saysOfFile(
        PROBLEMS.oldKeyForm(),
        "has its key in the form PKCS#1 (BEGIN RSA PRIVATE KEY), which cannot be used",
        CONVERT);
    saysOfFile(PROBLEMS.encryptedKey(), "has an encrypted key, which cannot be used", CONVERT);
    saysOfFile(
        PROBLEMS.notTogether(),
        "has a key that does not belong to the first certificate in the file",
        "put the application's certificate first, and the certificates of its authorities after"
            + " it");
  }

  @Test
  void theFile() {
    saysOfFile(
        PROBLEMS.notACertificate(null),
        "is neither a PEM file nor a PFX file that can be read",
        "set AZURE_CLIENT_CERTIFICATE_PATH to a file with the certificate and its private key");
    saysOfFile(
        PROBLEMS.unreadable(null),
        "cannot be read",
        "set AZURE_CLIENT_CERTIFICATE_PATH to a file that this user may read");
    String fix = "set AZURE_CLIENT_CERTIFICATE_PASSWORD to the password of the PFX file";
    saysOfFile(PROBLEMS.wrongPassword(true), "cannot be opened with the given password", fix);
    saysOfFile(PROBLEMS.wrongPassword(false), "needs a password", fix);
  }
}
