package io.github.hybridnet.azure.signin.certificate;

import io.github.hybridnet.azure.signin.cloud.TlsProblems;
import io.github.hybridnet.text.UserException;
import java.nio.file.Path;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.time.InstantSource;
import java.util.Date;
import org.jspecify.annotations.Nullable;

/** What is wrong with the certificate of an application, as whole sentences. */
final class CertificateProblems {
  private static final String CONVERT =
      "convert the key with 'openssl pkcs8 -topk8 -nocrypt -in key.pem -out new.pem', and put it in"
          + " one file with the certificate. A PFX file works too";

  private final Path file;

  CertificateProblems(Path file) {
    this.file = file;
  }

  UserException oldKeyForm() {
    return problem(
        "has its key in the form PKCS#1 (BEGIN RSA PRIVATE KEY), which cannot be used",
        CONVERT,
        null);
  }

  UserException encryptedKey() {
    return problem("has an encrypted key, which cannot be used", CONVERT, null);
  }

  UserException notRsa() {
    return problem(
        "has a key that is not an RSA key",
        "use a certificate with an RSA key. Microsoft Entra ID accepts no other key here",
        null);
  }

  UserException noKey() {
    return problem(
        "has no private key", "put the private key and the certificate in one file", null);
  }

  UserException noCertificate() {
    return problem(
        "has no certificate", "put the private key and the certificate in one file", null);
  }

  UserException notTogether() {
    return problem(
        "has a key that does not belong to the first certificate in the file",
        "put the application's certificate first, and the certificates of its authorities after"
            + " it",
        null);
  }

  UserException notACertificate(@Nullable Throwable why) {
    return problem(
        "is neither a PEM file nor a PFX file that can be read",
        "set AZURE_CLIENT_CERTIFICATE_PATH to a file with the certificate and its private key",
        why);
  }

  UserException unreadable(@Nullable Throwable why) {
    return problem(
        "cannot be read",
        "set AZURE_CLIENT_CERTIFICATE_PATH to a file that this user may read",
        why);
  }

  UserException wrongPassword(boolean given) {
    return problem(
        given ? "cannot be opened with the given password" : "needs a password",
        "set AZURE_CLIENT_CERTIFICATE_PASSWORD to the password of the PFX file",
        null);
  }

  UserException missingAlgorithm(NoSuchAlgorithmException why) {
    return TlsProblems.missingAlgorithm("the client certificate '" + file + "'", why);
  }

  void requireValid(X509Certificate certificate, InstantSource clock) {
    try {
      certificate.checkValidity(Date.from(clock.instant()));
    } catch (CertificateExpiredException e) {
      throw problem(
          "has expired on " + certificate.getNotAfter().toInstant(),
          "upload a new certificate to the application, and name its file. Check also that the"
              + " clock of this machine is right",
          null);
    } catch (CertificateNotYetValidException e) {
      throw problem(
          "is not valid before " + certificate.getNotBefore().toInstant(),
          "set the clock of this machine, or use a certificate that is valid now",
          null);
    }
  }

  private UserException problem(String what, String fix, @Nullable Throwable why) {
    return UserException.unable(
        "HN3058",
        "The client certificate '" + file + "' (AZURE_CLIENT_CERTIFICATE_PATH) " + what + ".",
        fix,
        why);
  }
}
