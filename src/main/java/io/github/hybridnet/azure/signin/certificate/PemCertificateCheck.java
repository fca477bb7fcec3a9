package io.github.hybridnet.azure.signin.certificate;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.InstantSource;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Checks a file in the form PEM: an RSA key in PKCS#8 that is not encrypted, and a certificate. */
final class PemCertificateCheck {
  private static final Pattern KEY =
      Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]*)-----END PRIVATE KEY-----");
  private static final Pattern CERTIFICATE =
      Pattern.compile("-----BEGIN CERTIFICATE-----[^-]*-----END CERTIFICATE-----");

  private final String text;
  private final CertificateProblems problems;
  private final InstantSource clock;

  PemCertificateCheck(String text, CertificateProblems problems, InstantSource clock) {
    this.text = text;
    this.problems = problems;
    this.clock = clock;
  }

  void check() {
    if (text.contains("-----BEGIN RSA PRIVATE KEY-----")) {
      throw problems.oldKeyForm();
    }
    if (text.contains("-----BEGIN ENCRYPTED PRIVATE KEY-----")) {
      throw problems.encryptedKey();
    }
    if (text.contains("-----BEGIN EC PRIVATE KEY-----")) {
      throw problems.notRsa();
    }
    Matcher key = KEY.matcher(text);
    if (!key.find()) {
      throw problems.noKey();
    }
    Matcher certificate = CERTIFICATE.matcher(text);
    if (!certificate.find()) {
      throw problems.noCertificate();
    }
    X509Certificate x509 = certificate(certificate.group());
    problems.requireValid(x509, clock);
    if (!belong(rsa(key.group(1)), x509)) {
      throw problems.notTogether();
    }
  }

  private static boolean belong(RSAPrivateKey key, X509Certificate certificate) {
    return certificate.getPublicKey() instanceof RSAKey rsa
        && rsa.getModulus().equals(key.getModulus());
  }

  private X509Certificate certificate(String pem) {
    try {
      return (X509Certificate)
          CertificateFactory.getInstance("X.509")
              .generateCertificate(
                  new ByteArrayInputStream(pem.getBytes(StandardCharsets.ISO_8859_1)));
    } catch (CertificateException e) {
      throw problems.notACertificate(e);
    }
  }

  private RSAPrivateKey rsa(String base64) {
    try {
      byte[] key = Base64.getMimeDecoder().decode(base64);
      return (RSAPrivateKey)
          KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (NoSuchAlgorithmException e) {
      throw problems.missingAlgorithm(e);
    } catch (InvalidKeySpecException | IllegalArgumentException e) {
      throw problems.notRsa();
    }
  }
}
