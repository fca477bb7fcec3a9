package io.github.hybridnet.simulator.http.tls;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Makes a certificate authority and a certificate by it, with the {@code keytool} of this Java. */
final class KeytoolRunner {
  private static final long LIMIT_SECONDS = 60;
  private static final String AUTHORITY = "ca";
  private static final int LONGEST_MESSAGE = 4_096;

  /** What Java needs of the environment, on Windows above all. */
  private static final Set<String> NEEDED =
      Set.of("PATH", "SYSTEMROOT", "WINDIR", "TEMP", "TMP", "TMPDIR", "LANG", "LC_ALL");

  /** Half the time, where this Java knows the options. */
  private static final List<String> FAST =
      List.of(
          "-J-XX:+IgnoreUnrecognizedVMOptions", "-J-XX:TieredStopAtLevel=1", "-J-XX:+UseSerialGC");

  /**
   * Many rounds protect a weak password and take most of a start; this password is derived from a
   * random key of 256 bits.
   */
  private static final List<String> ONE_ROUND =
      List.of(
          "-J-Dkeystore.pkcs12.macIterationCount=1",
          "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
          "-J-Dkeystore.pkcs12.certPbeIterationCount=1");

  private final Path store;
  private final char[] password;

  KeytoolRunner(Path store, char[] password) {
    this.store = store;
    this.password = password;
  }

  /**
   * Makes a key store in the format PKCS12, with the leaf's key and chain and without the
   * authority's key.
   *
   * @param leaf the alias of the leaf
   * @param names the subject's alternative names in the form of keytool
   * @return the bytes of the key store
   * @throws IOException if keytool fails, or does not end within a minute
   */
  byte[] make(String leaf, String names) throws IOException {
    List<String> authority = pair(AUTHORITY, "CN=hybridnet simulator CA", 3650);
    authority.addAll(List.of("-ext", "bc:c", "-ext", "ku:c=keyCertSign,cRLSign"));
    run(authority);
    // At most 825 days, or some systems refuse the certificate.
    List<String> signed = pair(leaf, "CN=localhost", 800);
    signed.addAll(List.of("-signer", AUTHORITY, "-ext", "san=" + names, "-ext", "eku=serverAuth"));
    run(signed);
    run(keytool("-delete", AUTHORITY));
    return Files.readAllBytes(store);
  }

  private List<String> pair(String alias, String name, int days) {
    List<String> words = keytool("-genkeypair", alias);
    words.addAll(List.of("-dname", name, "-keyalg", "EC", "-groupname", "secp256r1"));
    words.addAll(List.of("-startdate", "-1d", "-validity", Integer.toString(days)));
    return words;
  }

  private List<String> keytool(String command, String alias) {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(FAST);
    words.addAll(ONE_ROUND);
    words.addAll(List.of(command, "-alias", alias));
    words.addAll(List.of("-storetype", "PKCS12", "-keystore", store.toString()));
    words.addAll(List.of("-storepass:env", "STORE_PASSWORD"));
    return words;
  }

  private void run(List<String> words) throws IOException {
    // In a file, because reading from the process would have no limit of time.
    Path said = store.resolveSibling(store.getFileName() + ".log");
    ProcessBuilder builder =
        new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
    // The build's secrets and the options for its own Java are not for this program.
    builder
        .environment()
        .keySet()
        .removeIf(name -> !NEEDED.contains(name.toUpperCase(Locale.ROOT)));
    // In the environment, because other users can read a process's arguments.
    builder.environment().put("STORE_PASSWORD", new String(password));
    Process process = builder.start();
    process.getOutputStream().close();
    try {
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IOException("keytool did not end within " + LIMIT_SECONDS + " s");
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while keytool was making the certificate", e);
    }
    if (process.exitValue() != 0) {
      throw new IOException("keytool failed: " + beginning(said));
    }
    Files.deleteIfExists(said);
  }

  private static String beginning(Path said) throws IOException {
    try (InputStream in = Files.newInputStream(said)) {
      return new String(in.readNBytes(LONGEST_MESSAGE), StandardCharsets.UTF_8).strip();
    }
  }
}
