package io.github.hybridnet.simulator.state;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.Set;

/**
 * Keeps secrets out of a JSON document: the values of certain fields are replaced by {@code
 * {"encrypted": …}}, and back.
 */
public final class SecretFields {
  private static final String MARK = "encrypted";

  /**
   * The fields whose text is a secret, wherever they are. {@code secretValue} is what the simulator
   * itself calls a secret that Azure has under a name of no meaning such as {@code value}.
   */
  private static final Set<String> NAMES =
      Set.of("sharedKey", "authorizationKey", "radiusServerSecret", "secretValue");

  private final SecretBox box;

  public SecretFields(SecretBox box) {
    this.box = box;
  }

  /** A copy of the document with its secrets encrypted. */
  public ObjectNode seal(ObjectNode document) {
    ObjectNode copy = document.deepCopy();
    sealIn(copy);
    return copy;
  }

  /**
   * Decrypts the document in place.
   *
   * @throws GeneralSecurityException if a value was encrypted with another key, or changed
   */
  public void unseal(JsonNode document) throws GeneralSecurityException {
    if (document instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        JsonNode cipherText = field.getValue().get(MARK);
        if (NAMES.contains(field.getKey()) && cipherText != null) {
          field.setValue(TextNode.valueOf(box.unseal(cipherText.asText())));
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

  private void sealIn(JsonNode node) {
    if (node instanceof ObjectNode object) {
      for (Map.Entry<String, JsonNode> field : object.properties()) {
        if (NAMES.contains(field.getKey()) && field.getValue().isTextual()) {
          String cipherText = box.seal(field.getValue().asText());
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
