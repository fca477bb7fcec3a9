package io.github.hybridnet.simulator.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretCipherTest {
  @TempDir Path directory;

  @Test
  void whatWasSealedIsReadWithTheSameKeyOnly() throws Exception {
    SecretCipher box = SecretCipher.keyIn(directory.resolve("key"));
    String cipherText = box.seal("pässwörd");
    assertThat(cipherText).doesNotContain("pässwörd");
    assertThat(box.seal("pässwörd")).isNotEqualTo(cipherText);
    assertThat(SecretCipher.keyIn(directory.resolve("key")).unseal(cipherText))
        .isEqualTo("pässwörd");
    SecretCipher other = SecretCipher.keyIn(directory.resolve("other"));
    assertThatThrownBy(() -> other.unseal(cipherText)).isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  void changedTextsAreRefused() throws Exception {
    SecretCipher box = SecretCipher.keyIn(directory.resolve("key"));
    byte[] bytes = Base64.getDecoder().decode(box.seal("password"));
    bytes[bytes.length - 1] ^= 1;
    String changed = Base64.getEncoder().encodeToString(bytes);
    String tooShort = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, 5));
    for (String bad : new String[] {changed, tooShort, "not base64!"}) {
      assertThatThrownBy(() -> box.unseal(bad)).isInstanceOf(GeneralSecurityException.class);
    }
  }

  @Test
  void damagedKeyFileIsNamed() throws Exception {
    Path key = directory.resolve("key");
    for (String content : new String[] {"", "AAAA", "?"}) {
      Files.writeString(key, content);
      assertThatThrownBy(() -> SecretCipher.keyIn(key))
          .isInstanceOf(BrokenFileException.class)
          .hasMessage(key + " cannot be used: it does not hold an encryption key");
    }
  }

  @Test
  void secretsAreFoundHoweverTheyAreWritten() throws Exception {
    SecretFields fields = new SecretFields(SecretCipher.keyIn(directory.resolve("key")));
    String text =
        "{\"SharedKey\":\"s1\",\"authorizationkey\":4711,\"sharedKey\":{\"a\":[\"s2\"]},"
            + "\"radiusServerSecret\":null,\"n\":4712}";
    ObjectNode document = (ObjectNode) new ObjectMapper().readTree(text);
    ObjectNode stored = fields.seal(document);
    assertThat(stored.toString()).doesNotContain("\"s1", "4711", "\"s2").contains("4712", "null");
    fields.unseal(stored);
    assertThat(stored).isEqualTo(document);
  }

  @Test
  void secretsAreFoundWhereverTheyAre() throws Exception {
    SecretFields fields = new SecretFields(SecretCipher.keyIn(directory.resolve("key")));
    String text =
        """
        {"a":[{"sharedKey":"s1","name":"n"}],"b":{"authorizationKey":"s2","radiusServerSecret":"s3"},\
        "secretValue":"s4","sharedKeys":"not one"}\
        """;
    ObjectNode document = (ObjectNode) new ObjectMapper().readTree(text);
    ObjectNode stored = fields.seal(document);
    assertThat(stored.toString()).doesNotContainPattern("s[1234]\"").contains("not one", "\"n\"");
    assertThat(document.toString()).contains("s1");
    fields.unseal(stored);
    assertThat(stored).isEqualTo(document);
  }
}
