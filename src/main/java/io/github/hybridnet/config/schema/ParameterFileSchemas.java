package io.github.hybridnet.config.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.DialectId;
import com.networknt.schema.keyword.DisallowUnknownKeywordFactory;
import com.networknt.schema.keyword.Keyword;
import com.networknt.schema.keyword.KeywordType;
import com.networknt.schema.keyword.NonValidationKeyword;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.config.json.Node;
import io.github.hybridnet.config.json.NodeParser;
import io.github.hybridnet.model.Finding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Our own schemas, from the class path. They use a part of JSON Schema 2020-12; a keyword beyond
 * that part is refused when the schema is loaded. Nothing is ever fetched, and no schema is loaded
 * before a file needs it.
 */
final class ParameterFileSchemas {
  private final NodeParser parser = new NodeParser();
  private final SchemaRegistry registry =
      SchemaRegistry.withDialect(
          dialect(), builder -> builder.schemaLoader(loader -> loader.fetchRemoteResources(false)));
  private final Map<String, Schema> loaded = new HashMap<>();

  Schema of(ParameterFile file) {
    return loaded.computeIfAbsent(file.schemaName(), this::load);
  }

  private Schema load(String name) {
    String resource = name + ".json";
    List<Finding> findings = new ArrayList<>();
    JsonNode json =
        parser
            .parse(resource, text(resource), findings)
            .map(Node::toJackson)
            .orElseThrow(() -> new IllegalStateException(resource + ": " + findings));
    return registry.getSchema(SchemaLocation.of("urn:hybridnet:" + name), json);
  }

  private static String text(String resource) {
    try (InputStream in =
        Objects.requireNonNull(
            ParameterFileSchemas.class.getResourceAsStream(resource), resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Dialect dialect() {
    List<Keyword> keywords =
        List.of(
            new CaseInsensitiveEnumKeyword(),
            new ReservedPropertyKeyword(ReservedPropertyKeyword.IGNORED),
            new ReservedPropertyKeyword(ReservedPropertyKeyword.REPLACED),
            new ReservedPropertyKeyword(ReservedPropertyKeyword.REFUSED),
            KeywordType.TYPE,
            KeywordType.PROPERTIES,
            KeywordType.REQUIRED,
            KeywordType.ADDITIONAL_PROPERTIES,
            KeywordType.ITEMS,
            KeywordType.MIN_ITEMS,
            KeywordType.MINIMUM,
            KeywordType.MAXIMUM,
            KeywordType.REF,
            KeywordType.IF_THEN_ELSE,
            new NonValidationKeyword("then"),
            new NonValidationKeyword("else"),
            new NonValidationKeyword("$schema"),
            new NonValidationKeyword("$defs"),
            new NonValidationKeyword("$comment"),
            new NonValidationKeyword("title"));
    return Dialect.builder(DialectId.DRAFT_2020_12)
        .specificationVersion(SpecificationVersion.DRAFT_2020_12)
        .keywords(keywords)
        .unknownKeywordFactory(DisallowUnknownKeywordFactory.getInstance())
        .build();
  }
}
