package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.simulator.http.JsonCodec;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** Values of one form from values of another. */
final class ConversionFunctions {
  private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";
  private static final int UNIQUE_LENGTH = 13;

  /** The name space of the guids that Azure's function makes; they are of version 5. */
  private static final UUID NAME_SPACE = UUID.fromString("11fb06fb-712d-4ddd-98c7-e71bbd588830");

  private ConversionFunctions() {}

  static void register(Map<String, TemplateFunction> functions) {
    functions.put("string", ConversionFunctions::string);
    functions.put("json", call -> json(call, call.exactly(1).string(0)));
    functions.put("array", ConversionFunctions::array);
    functions.put("base64", call -> TextNode.valueOf(base64(call.exactly(1).string(0))));
    functions.put("base64ToString", call -> TextNode.valueOf(plain(call)));
    functions.put("base64ToJson", call -> json(call, plain(call)));
    functions.put("uniqueString", call -> TextNode.valueOf(unique(joined(call))));
    functions.put("guid", call -> TextNode.valueOf(guid(joined(call))));
  }

  private static JsonNode string(FunctionArguments call) {
    JsonNode value = call.exactly(1).value(0);
    return TextNode.valueOf(value.isNull() ? "null" : TemplateValues.text(value));
  }

  private static JsonNode json(FunctionArguments call, String text) {
    try {
      return JsonCodec.parse(text.getBytes(StandardCharsets.UTF_8));
    } catch (JsonCodec.BadJsonException e) {
      throw call.refused("the value is no JSON");
    }
  }

  private static JsonNode array(FunctionArguments call) {
    JsonNode value = call.exactly(1).value(0);
    return value.isArray() ? value : JsonNodeFactory.instance.arrayNode().add(value);
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String plain(FunctionArguments call) {
    try {
      byte[] bytes = Base64.getDecoder().decode(call.exactly(1).string(0));
      return new String(bytes, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw call.refused("the value is no base64");
    }
  }

  private static String joined(FunctionArguments call) {
    return call.joined(call.atLeast(1).values(), "-");
  }

  /** Azure's hash is not published: this one has its length and its letters. */
  private static String unique(String text) {
    byte[] digest = digest("SHA-256", text.getBytes(StandardCharsets.UTF_8));
    StringBuilder unique = new StringBuilder();
    for (int i = 0; i < UNIQUE_LENGTH; i++) {
      unique.append(LETTERS.charAt(digest[i] & 31));
    }
    return unique.toString();
  }

  private static String guid(String text) {
    byte[] name = text.getBytes(StandardCharsets.UTF_8);
    ByteBuffer input = ByteBuffer.allocate(16 + name.length);
    input.putLong(NAME_SPACE.getMostSignificantBits());
    input.putLong(NAME_SPACE.getLeastSignificantBits()).put(name);
    ByteBuffer hash = ByteBuffer.wrap(digest("SHA-1", input.array()));
    long high = hash.getLong() & ~0xF000L | 0x5000L;
    long low = hash.getLong() & ~(3L << 62) | 1L << 63;
    return new UUID(high, low).toString();
  }

  private static byte[] digest(String algorithm, byte[] input) {
    try {
      return MessageDigest.getInstance(algorithm).digest(input);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This Java has no " + algorithm, e);
    }
  }
}
