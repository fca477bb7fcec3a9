package io.github.hybridnet.config.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import io.github.hybridnet.config.file.ParameterFileProblems;
import io.github.hybridnet.model.Finding;
import io.github.hybridnet.model.SourceLocation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Parses JSON, with comments as Azure Resource Manager tolerates them, into nodes that know their
 * place. A token walk and not an object mapper: the mapper alone costs 200 ms to start.
 */
public final class NodeParser {
  /** Parameter files nest 8 levels deep. */
  static final int MAX_DEPTH = 32;

  /** Long enough for every value that Azure accepts. */
  static final int MAX_TEXT = 20_000;

  private static final int MAX_DIGITS = 100;

  private final JsonFactory factory =
      new JsonFactoryBuilder()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxStringLength(MAX_TEXT)
                  .maxNameLength(MAX_TEXT)
                  .maxNumberLength(MAX_DIGITS)
                  .build())
          .build();

  /** The root value, or empty after a finding has been added. */
  public Optional<Node> parse(String file, String text, List<Finding> findings) {
    try (JsonParser parser = factory.createParser(text)) {
      if (parser.nextToken() == null) {
        findings.add(ParameterFileProblems.empty(file));
        return Optional.empty();
      }
      Node root = new TreeBuilder(parser, file, findings).value("");
      if (parser.nextToken() != null) {
        findings.add(
            ParameterFileProblems.moreThanOneValue(place(file, parser.currentTokenLocation(), "")));
      }
      return Optional.of(root);
    } catch (StreamConstraintsException e) {
      findings.add(ParameterFileProblems.beyondLimits(placeOf(file, e), MAX_DEPTH, MAX_TEXT));
    } catch (JsonProcessingException e) {
      findings.add(JsonSyntaxError.of(text, e).finding(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private static SourceLocation placeOf(String file, JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null ? SourceLocation.of(file) : place(file, location, "");
  }

  private static SourceLocation place(String file, JsonLocation location, String pointer) {
    return new SourceLocation(file, location.getLineNr(), location.getColumnNr(), pointer);
  }

  /** The recursion, bounded by the parser's limit of depth. */
  private record TreeBuilder(JsonParser parser, String file, List<Finding> findings) {

    Node value(String pointer) throws IOException {
      SourceLocation sourceLocation = here(pointer);
      JsonToken token = parser.currentToken();
      return switch (token) {
        case START_OBJECT -> members(sourceLocation, pointer);
        case START_ARRAY -> items(sourceLocation, pointer);
        case VALUE_STRING -> Node.Text.literal(sourceLocation, parser.getText());
        default -> new Node.Literal(sourceLocation, literal(token));
      };
    }

    private Node members(SourceLocation sourceLocation, String pointer) throws IOException {
      Map<String, Node.Member> members = new LinkedHashMap<>();
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        String child = JsonPointer.child(pointer, name);
        SourceLocation namePlace = here(child);
        parser.nextToken();
        Node.Member earlier = members.put(name, new Node.Member(namePlace, value(child)));
        if (earlier != null) {
          findings.add(ParameterFileProblems.duplicate(name, namePlace, earlier.namePlace()));
        }
      }
      return new Node.Members(sourceLocation, members);
    }

    private Node items(SourceLocation sourceLocation, String pointer) throws IOException {
      List<Node> items = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        items.add(value(JsonPointer.child(pointer, Integer.toString(items.size()))));
      }
      return new Node.Items(sourceLocation, items);
    }

    private @Nullable Object literal(JsonToken token) throws IOException {
      return switch (token) {
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        case VALUE_NULL -> null;
        case VALUE_NUMBER_INT -> parser.getNumberValue();
        case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
        default -> throw new IllegalStateException("No value begins with " + token);
      };
    }

    private SourceLocation here(String pointer) {
      return place(file, parser.currentTokenLocation(), pointer);
    }
  }
}
