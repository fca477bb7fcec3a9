package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Keeps secrets out of a JSON document: the values of certain fields are replaced by {@code
 * {"encrypted": …}}, and back.
 */
public final class SecretFields {
  private static final String MARK = "encrypted";

  /**
   * The fields whose value is a secret, wherever they are and in whatever case, because a client's
   * own spelling may be kept. {@code secretValue} is what the simulator itself calls a secret that
   * Azure has under a name of no meaning such as {@code value}.
   */
  private static final Set<String> NAMES =
      Set.of("sharedkey", "authorizationkey", "radiusserversecret", "secretvalue");

  private final ObjectMapper mapper = new ObjectMapper();
  private final SecretCipher box;

  public SecretFields(SecretCipher box) {
    this.box = box;
    rehearse();
  }

  /**
   * Loads every class that sealing needs: the first secret may be sealed when the process is ending
   * and Maven has closed the plugin's class loader. Jackson's second call needs other classes than
   * its first.
   */
  private void rehearse() {
    for (int call = 0; call < 2; call++) {
      ObjectNode document = mapper.createObjectNode();
      document.putObject("sharedKey").putArray("").add("");
      sealIn(document);
    }
  }

  /** A copy of the document with its secrets encrypted. */
  ObjectNode seal(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    sealIn(copy);
    return copy;
  }

  /**
   * Decrypts the document in place.
   *
   * @throws GeneralSecurityException if a value was encrypted with another key, or changed
   */
  void unseal(JsonNode document) throws GeneralSecurityException {
    if (document instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode cipherText = field.getValue().get(MARK);
        if (secret(field.getKey()) && cipherText != null) {
          field.setValue(parsed(box.unseal(cipherText.asText())));
        } else {
          unseal(field.getValue());
        }
      }
    } else if (document instanceof ArrayNode array) {
      for (JsonNode element : array) {
        unseal(element);
      }
    }
  }

  /** A signature of a file's content under the key of the secrets, in 64 digits. */
  String sign(byte[] content) {
    return HexFormat.of().formatHex(box.sign(content));
  }

  private static boolean secret(String field) {
    return NAMES.contains(field.toLowerCase(Locale.ROOT));
  }

  private JsonNode parsed(String json) throws GeneralSecurityException {
    try {
      return mapper.readTree(json);
    } catch (JsonProcessingException e) {
      throw new GeneralSecurityException("not what was encrypted here", e);
    }
  }

  private void sealIn(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (secret(field.getKey()) && !field.getValue().isNull()) {
          // As JSON, because a client may have sent a number, or worse.
          String cipherText = box.seal(field.getValue().toString());
          field.setValue(object.objectNode().put(MARK, cipherText));
        } else {
          sealIn(field.getValue());
        }
      }
    } else {
      node.forEach(this::sealIn);
    }
  }
}
