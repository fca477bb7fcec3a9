package io.github.hybridnet.azure.signin.certificate;

import io.github.hybridnet.model.Secret;
import io.github.hybridnet.text.CauseChain;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The certificate with which an application signs in. It is read before azure-identity reads it,
 * which reports all that may be wrong with a file as one of two errors.
 *
 * @param content the file's content
 * @param isPem whether it is in the form PEM; else it is a PFX
 */
public record ClientCertificate(byte[] content, boolean isPem) {
  private static final int LONGEST = 1_048_576;

  /**
   * The file of a client certificate.
   *
   * @param file the file
   * @param password of a PFX, or null
   * @param sendChain whether the certificate is sent along, for applications that trust its subject
   */
  public record CertificateFile(Path file, @Nullable Secret password, boolean sendChain) {}

  /**
   * Reads a client certificate and checks that it can be used.
   *
   * @throws io.github.hybridnet.text.UserException HN3058 when it cannot be used to sign in
   */
  public static ClientCertificate read(CertificateFile certificateFile, InstantSource clock) {
    byte[] content = content(certificateFile.file());
    String text = new String(content, StandardCharsets.ISO_8859_1);
    CertificateProblems problems = new CertificateProblems(certificateFile.file());
    if (text.contains("-----BEGIN ")) {
      new PemCertificateCheck(text, problems, clock).check();
      return new ClientCertificate(content, true);
    }
    checkPfx(content, certificateFile.password(), problems, clock);
    return new ClientCertificate(content, false);
  }

  private static byte[] content(Path file) {
    CertificateProblems problems = new CertificateProblems(file);
    if (!Files.isRegularFile(file)) {
      throw problems.unreadable(null);
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(LONGEST + 1);
      if (content.length > LONGEST) {
        throw problems.notACertificate(null);
      }
      return content;
    } catch (IOException e) {
      throw problems.unreadable(e);
    }
  }

  private static void checkPfx(
      byte[] content,
      @Nullable Secret password,
      CertificateProblems problems,
      InstantSource clock) {
    char[] open = password == null ? new char[0] : password.reveal().toCharArray();
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), open);
      for (String alias : names(store)) {
        Key key = store.getKey(alias, open);
        Certificate certificate = store.getCertificate(alias);
        if (key != null && certificate instanceof X509Certificate x509) {
          if (!(key instanceof RSAKey)) {
            throw problems.notRsa();
          }
          problems.requireValid(x509, clock);
          return;
        }
      }
      throw problems.noKey();
    } catch (NoSuchAlgorithmException e) {
      throw problems.missingAlgorithm(e);
    } catch (UnrecoverableKeyException e) {
      throw problems.wrongPassword(password != null);
    } catch (IOException e) {
      throw unopened(e, password, problems);
    } catch (GeneralSecurityException e) {
      throw problems.notACertificate(e);
    }
  }

  private static RuntimeException unopened(
      IOException failure, @Nullable Secret password, CertificateProblems problems) {
    for (Throwable t : CauseChain.of(failure).toList()) {
      if (t instanceof UnrecoverableKeyException) {
        return problems.wrongPassword(password != null);
      }
      if (t instanceof NoSuchAlgorithmException missing) {
        return problems.missingAlgorithm(missing);
      }
    }
    return problems.notACertificate(failure);
  }

  private static List<String> names(KeyStore store) throws GeneralSecurityException {
    return Collections.list(store.aliases());
  }
}
