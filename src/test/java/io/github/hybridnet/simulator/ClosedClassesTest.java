package io.github.hybridnet.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.state.SecretCipher;
import io.github.hybridnet.simulator.state.SecretFields;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The end of a simulator whose classes cannot be loaded any more, as after the end of Maven. */
class ClosedClassesTest {
  @TempDir private Path directory;

  private static URLClassLoader realm() throws IOException {
    List<URL> path = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      path.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(path.toArray(new URL[0]), ClassLoader.getPlatformClassLoader());
  }

  /** Whether a secret is saved before the end is a matter of milliseconds. */
  @Test
  void theFirstSecretCanBeSealedAtTheEnd() throws Exception {
    Object fields;
    Object document;
    Method seal;
    try (URLClassLoader realm = realm()) {
      Class<?> box = realm.loadClass(SecretCipher.class.getName());
      Object key = box.getMethod("keyIn", Path.class).invoke(null, directory.resolve("key"));
      Class<?> type = realm.loadClass(SecretFields.class.getName());
      fields = type.getConstructor(box).newInstance(key);
      seal = type.getDeclaredMethod("seal", realm.loadClass(ObjectNode.class.getName()));
      seal.setAccessible(true);
      Class<?> mapper = realm.loadClass(ObjectMapper.class.getName());
      document =
          mapper
              .getMethod("readTree", String.class)
              .invoke(mapper.getConstructor().newInstance(), "{\"sharedKey\":\"s3cret\"}");
    }
    String sealed = seal.invoke(fields, document).toString();
    assertThat(sealed).contains("sharedKey").doesNotContain("s3cret");
  }

  @Test
  void nothingIsLoadedForTheFirstTimeAtTheEnd() throws Exception {
    AutoCloseable simulator;
    try (URLClassLoader realm = realm()) {
      Class<?> options = realm.loadClass(SimulatorOptions.class.getName());
      Object inDirectory = options.getMethod("in", Path.class).invoke(null, directory);
      simulator =
          (AutoCloseable)
              realm
                  .loadClass(AzureSimulator.class.getName())
                  .getMethod("start", options)
                  .invoke(null, inDirectory);
      use(AzureSimulator.running(directory).orElseThrow());
    }
    assertThat(directory.resolve("endpoint")).exists();
    Files.delete(directory.resolve("state.json"));
    assertThatCode(simulator::close).doesNotThrowAnyException();
    assertThat(directory.resolve("state.json")).exists();
    assertThat(directory.resolve("endpoint")).doesNotExist();
  }

  /** Resources, running operations and a service, which the end saves and closes. */
  private static void use(SimulatorAccess access) {
    String group = "/subscriptions/" + access.credentials().subscriptionId() + "/resourceGroups/g";
    String network = group + "/providers/Microsoft.Network/virtualNetworks/v";
    ArmClient client = ArmClient.of(access);
    String version = "?api-version=2024-05-01";
    client.put(group + "?api-version=2021-04-01", "{\"location\":\"westus2\"}");
    String space = "{\"addressSpace\":{\"addressPrefixes\":[\"10.0.0.0/16\"]}}";
    ArmClient.Answer put =
        client.put(network + version, "{\"location\":\"westus2\",\"properties\":" + space + "}");
    assertThat(put.status()).isEqualTo(201);
    access.admin().send("PUT", "networks/v/service", "{}");
  }
}
