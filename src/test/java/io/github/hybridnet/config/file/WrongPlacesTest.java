package io.github.hybridnet.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.Seeded;
import io.github.hybridnet.config.ConfigurationReader;
import io.github.hybridnet.config.ValueLookup;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.Severity;
import io.github.hybridnet.validation.NetworkValidator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets in wrong places, and files that are cut or changed anywhere. */
class WrongPlacesTest {
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();
  private static final String CANARY = "Zx9!canary of the vault";

  @TempDir Path directory;

  private final Map<String, String> environment = new TreeMap<>();
  private final Map<String, String> properties = new TreeMap<>();

  @BeforeEach
  void copy() {
    ParameterDirectory.complete(directory);
    environment.put("VPN_SHARED_KEY", ParameterDirectory.SHARED_KEY);
    environment.put("PEERING_KEY", ParameterDirectory.PEERING_KEY);
    environment.put("CANARY", CANARY);
  }

  @Test
  void aSecretInAnyPlaceIsNotShownByAnyRule() throws IOException {
    List<String> shown = new ArrayList<>();
    int places = 0;
    for (ParameterFile file : ParameterFile.values()) {
      Path path = directory.resolve(file.fileName());
      String whole = Files.readString(path);
      for (String pointer : texts(whole)) {
        Files.writeString(path, with(whole, pointer, "${env.CANARY}"));
        places++;
        findings().stream()
            .filter(f -> (f.message() + f.fix()).toLowerCase().contains("canary of"))
            .forEach(f -> shown.add(pointer + ": " + f));
      }
      Files.writeString(path, whole);
    }
    assertThat(shown).isEmpty();
    assertThat(places).isGreaterThan(50);
  }

  @Test
  void aValidNameIsShown() throws IOException {
    environment.put("CANARY", "their-canary");
    edit(ParameterFile.VIRTUAL_NETWORK, "hub-vnet", "${env.CANARY}");
    assertThat(findings()).anyMatch(f -> f.message().contains("their-canary"));
  }

  @Test
  void aVariableThatAlsoFillsAKeyIsShownNowhere() throws IOException {
    environment.put("VPN_SHARED_KEY", "their-canary-of-the-tunnel");
    edit(ParameterFile.VPN_GATEWAY, "hub-vnet", "${env.VPN_SHARED_KEY}");
    List<Finding> findings = findings();
    assertThat(findings).anyMatch(f -> f.code().equals("HN1030"));
    assertThat(findings).noneMatch(f -> (f.message() + f.fix()).contains("their-canary"));
  }

  /** Whatever brought the key into the build: -D, the POM, or a variable by another name. */
  @Test
  void aPropertyThatAlsoFillsAKeyIsShownNowhere() throws IOException {
    properties.put("psk", "their-canary-of-the-tunnel");
    properties.put("other", "their-canary-of-the-tunnel");
    edit(ParameterFile.VPN_GATEWAY, "${env.VPN_SHARED_KEY}", "${psk}");
    edit(ParameterFile.VPN_GATEWAY, "hub-vnet", "${other}");
    List<Finding> findings = findings();
    assertThat(findings).anyMatch(f -> f.code().equals("HN1030"));
    assertThat(findings).noneMatch(f -> (f.message() + f.fix()).contains("their-canary"));
  }

  @Test
  void aPropertyThatPassesAVariableOnIsShownAsLittleAsTheVariable() throws IOException {
    properties.put("passed.on", CANARY);
    edit(ParameterFile.VIRTUAL_NETWORK, "hub-vnet", "${passed.on}");
    assertThat(findings()).noneMatch(f -> (f.message() + f.fix()).contains("canary of"));
  }

  @Test
  void aPropertyOfThePomIsShown() throws IOException {
    properties.put("name", "no name!");
    edit(ParameterFile.VIRTUAL_NETWORK, "hub-vnet", "${name}");
    assertThat(findings()).anyMatch(f -> f.message().contains("no name!"));
  }

  /** A pipeline leaves it so where it gives no secrets; as a key anybody could guess it. */
  @ParameterizedTest
  @ValueSource(strings = {"$(VPN_SHARED_KEY)", "${VPN_SHARED_KEY}", "$VPN_SHARED_KEY"})
  void aVariableThatWasNotReplacedIsNoKey(String value) {
    environment.put("VPN_SHARED_KEY", value);
    assertThat(findings())
        .filteredOn(f -> f.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(f -> assertThat(f.code()).isEqualTo("HN1009"))
        .satisfies(f -> assertThat(f.message()).contains("a variable that was not replaced"));
  }

  private void edit(ParameterFile file, String from, String to) throws IOException {
    Path path = directory.resolve(file.fileName());
    String text = Files.readString(path);
    int at = text.indexOf("\"" + from + "\"");
    assertThat(at).as(text).isPositive();
    Files.writeString(
        path, text.substring(0, at + 1) + to + text.substring(at + 1 + from.length()));
  }

  /** A problem that is told or a success, and nothing else. */
  @Test
  void filesThatAreCutOrChangedNeverThrow() {
    int tried = extent();
    Seeded.run(
        random -> {
          for (int i = 0; i < tried; i++) {
            ParameterFile file =
                ParameterFile.values()[random.nextInt(ParameterFile.values().length)];
            Path path = directory.resolve(file.fileName());
            byte[] whole = Files.readAllBytes(path);
            Files.write(path, i % 2 == 0 ? cut(whole, random) : changed(whole, random));
            assertThat(findings()).allSatisfy(f -> assertThat(f.message()).isNotBlank());
            Files.write(path, whole);
          }
        });
    System.out.println("PARAMETER FILES: " + tried + " cut or changed, 0 exceptions");
  }

  private static int extent() {
    return switch (System.getProperty("survival.extent", "smoke")) {
      case "exhaustive" -> 100_000;
      case "sample" -> 3_000;
      default -> 150;
    };
  }

  private static byte[] cut(byte[] whole, Random random) {
    return java.util.Arrays.copyOf(whole, random.nextInt(whole.length + 1));
  }

  private static byte[] changed(byte[] whole, Random random) {
    byte[] changed = whole.clone();
    for (int i = 0; i <= random.nextInt(4); i++) {
      byte[] wanted = "{}[]\",:0-\\$x\u0001".getBytes(java.nio.charset.StandardCharsets.UTF_8);
      changed[random.nextInt(changed.length)] = wanted[random.nextInt(wanted.length)];
    }
    return changed;
  }

  private List<Finding> findings() {
    ConfigurationReader.Result configurationResult =
        new ConfigurationReader()
            .read(
                new ConfigurationReader.Request(
                    directory,
                    ParameterFileSelection.requiring(Set.of()),
                    null,
                    new Properties(),
                    environment::get));
    List<Finding> judged =
        NetworkValidator.standard().validate(configurationResult.network(), true);
    return configurationResult
        .mask()
        .mask(Stream.concat(configurationResult.findings().stream(), judged.stream()).toList());
  }

  /** As those of Maven: one may pass a variable on. */
  private final class Properties implements ValueLookup {
    @Override
    public String find(String name) {
      return properties.getOrDefault(name, "1000");
    }

    @Override
    public boolean isOfEnvironment(String name) {
      return name.equals("passed.on");
    }
  }

  private static List<String> texts(String file) throws IOException {
    List<String> pointers = new ArrayList<>();
    collect("", JSON.readTree(file.replace("\uFEFF", "")), pointers);
    return pointers;
  }

  private static void collect(String pointer, JsonNode node, List<String> pointers) {
    if (node.isTextual() && !pointer.equals("/$schema") && !pointer.equals("/contentVersion")) {
      pointers.add(pointer);
    }
    node.properties().forEach(e -> collect(pointer + "/" + e.getKey(), e.getValue(), pointers));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      collect(pointer + "/" + i, node.get(i), pointers);
    }
  }

  private static String with(String file, String pointer, String value) throws IOException {
    JsonNode root = JSON.readTree(file.replace("\uFEFF", ""));
    int end = pointer.lastIndexOf('/');
    JsonNode parent = root.at(pointer.substring(0, end));
    String last = pointer.substring(end + 1);
    if (parent instanceof ArrayNode array) {
      array.set(Integer.parseInt(last), value);
    } else {
      ((ObjectNode) parent).put(last, value);
    }
    return root.toPrettyString();
  }
}
