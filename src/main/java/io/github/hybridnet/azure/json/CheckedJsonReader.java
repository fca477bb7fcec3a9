package io.github.hybridnet.azure.json;

import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.JsonToken;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * A reader for the SDK's models that fails where they would read for ever. They take a list for a
 * text, lose their place, and look for the end of an object behind the end of the answer, where
 * each question is answered alike.
 */
public class CheckedJsonReader extends JsonReader {
  private final JsonReader reader;
  private boolean ended;

  /** Reads as the other reader does. */
  CheckedJsonReader(JsonReader reader) {
    this.reader = reader;
  }

  /**
   * Opens the JSON of an answer.
   *
   * @throws IOException when its beginning is no JSON
   */
  public static CheckedJsonReader of(byte[] json) throws IOException {
    return new CheckedJsonReader(JsonProviders.createReader(json));
  }

  /**
   * Opens the JSON of a text.
   *
   * @throws IOException when its beginning is no JSON
   */
  public static CheckedJsonReader of(String json) throws IOException {
    return new CheckedJsonReader(JsonProviders.createReader(json));
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    if (ended) {
      throw new MalformedAnswerException("a member is of another type than was expected");
    }
    JsonToken token = reader.nextToken();
    ended = token == null || token == JsonToken.END_DOCUMENT;
    return token;
  }

  @Override
  public void skipChildren() throws IOException {
    reader.skipChildren();
  }

  @Override
  public @Nullable JsonToken currentToken() {
    return reader.currentToken();
  }

  @Override
  public byte[] getBinary() throws IOException {
    return reader.getBinary();
  }

  @Override
  public boolean getBoolean() throws IOException {
    return reader.getBoolean();
  }

  @Override
  public float getFloat() throws IOException {
    return reader.getFloat();
  }

  @Override
  public double getDouble() throws IOException {
    return reader.getDouble();
  }

  @Override
  public int getInt() throws IOException {
    return reader.getInt();
  }

  @Override
  public long getLong() throws IOException {
    return reader.getLong();
  }

  @Override
  public @Nullable String getString() throws IOException {
    if (isStartArrayOrObject()) {
      throw new MalformedAnswerException("a member that has to be a text is none");
    }
    return reader.getString();
  }

  @Override
  public String getFieldName() throws IOException {
    return reader.getFieldName();
  }

  @Override
  public JsonReader bufferObject() throws IOException {
    return new CheckedJsonReader(reader.bufferObject());
  }

  @Override
  public boolean isResetSupported() {
    return false;
  }

  @Override
  public JsonReader reset() {
    throw new UnsupportedOperationException("Read once");
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
