package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The JDK's keytool, for certificates of tests. */
public final class TestKeytool {
  /** The program ends before the second compiler would pay, and the password protects nothing. */
  private static final List<String> FAST =
      List.of(
          "-J-XX:TieredStopAtLevel=1",
          "-J-XX:+UseSerialGC",
          "-J-Dkeystore.pkcs12.macIterationCount=1",
          "-J-Dkeystore.pkcs12.keyPbeIterationCount=1",
          "-J-Dkeystore.pkcs12.certPbeIterationCount=1");

  private TestKeytool() {}

  /** Makes a pair of keys in a PKCS12 file. */
  public static void makePair(Path file, String password, String... options)
      throws IOException, InterruptedException {
    List<String> words = new ArrayList<>();
    words.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    words.addAll(FAST);
    words.addAll(List.of("-genkeypair", "-storetype", "PKCS12", "-keystore", file.toString()));
    words.addAll(List.of("-storepass", password));
    words.addAll(Arrays.asList(options));
    Process keytool =
        new ProcessBuilder(words)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(keytool.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(keytool.exitValue()).isZero();
  }
}
