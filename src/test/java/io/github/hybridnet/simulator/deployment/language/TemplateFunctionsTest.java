package io.github.hybridnet.simulator.deployment.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.hybridnet.SealedExamples;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The language of templates, expression by expression. */
class TemplateFunctionsTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode evaluate(String expression) {
    LoopTurns loopTurns = LoopTurns.NONE.inside("other", 7).insideResource("sites", 2);
    return new TemplateEvaluator(new FixedScope(), loopTurns)
        .evaluate(TextNode.valueOf(expression));
  }

  @Test
  void eachKindOfExpressionHasAValue() {
    String[] written = {
      "[toLower('A')]", "[parameters('object').name]", "[parameters('object').list[0]]"
    };
    Set<TemplateExpression> all = new LinkedHashSet<>();
    for (String text : written) {
      ExpressionParser.parse(text).ifPresent(expression -> addAll(expression, all));
      assertThat(evaluate(text)).as(text).isNotNull();
    }
    assertThat(SealedExamples.of(TemplateExpression.class, all.toArray(TemplateExpression[]::new)))
        .hasSizeGreaterThan(written.length);
  }

  private static void addAll(TemplateExpression expression, Set<TemplateExpression> all) {
    all.add(expression);
    if (expression instanceof TemplateExpression.Call call) {
      call.arguments().forEach(argument -> addAll(argument, all));
    } else if (expression instanceof TemplateExpression.Property property) {
      addAll(property.of(), all);
    } else if (expression instanceof TemplateExpression.Element element) {
      addAll(element.of(), all);
      addAll(element.place(), all);
    }
  }

  @Test
  void expressionsAreBounded() {
    String deep = "[" + "not(".repeat(4000) + "true()" + ")".repeat(4000) + "]";
    String chain = "[parameters('object')" + ".a".repeat(10_000) + "]";
    String lengthy = "['" + "x".repeat(30_000) + "']";
    assertThat(List.of(deep, chain))
        .allSatisfy(
            text ->
                assertThatThrownBy(() -> evaluate(text))
                    .isInstanceOf(TemplateException.class)
                    .hasMessageContaining("nested more than 200 deep"));
    assertThatThrownBy(() -> evaluate(lengthy))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("Limit: '24576' and actual: '30004'");
    assertThat(evaluate("[" + "not(".repeat(150) + "true()" + ")".repeat(150) + "]").asBoolean())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[padLeft('a', 4294967299)]",
        "[substring('abc', 4294967296)]",
        "[take('abc', 4294967297)]",
        "[add(json('99999999999999999999'), 1)]"
      })
  void numbersThatAreTooLargeAreRefused(String expression) {
    assertThatThrownBy(() -> evaluate(expression)).isInstanceOf(TemplateException.class);
  }

  @Test
  void nestedLoopsThatMakeTooMuchAreRefused() {
    String inner = "{'copy': [{'name': 'x', 'count': 800, 'input': %s}]}";
    JsonNode loops = json(inner.formatted(inner.formatted(inner.formatted("1"))));
    assertThatThrownBy(
            () -> new TemplateEvaluator(new FixedScope(), LoopTurns.NONE).evaluate(loops))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("too large when it is expanded")
        .hasMessageContaining("more than 2097152 values");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[concat(%1$s, %1$s)]",
        "[format('{0}{0}{0}', %1$s)]",
        "[join(createArray(%1$s, %1$s), %1$s)]",
        "[replace(%1$s, 'x', %1$s)]",
        "[guid(%1$s, %1$s)]",
        "[resourceId('a/b', %1$s)]",
        "[base64(concat(%1$s, %1$s))]",
        "[createArray(%1$s, %1$s)]",
        "[union(createObject('a', %1$s), createObject('b', %1$s))]",
      })
  void textsThatAreTooLongAreRefused(String expression) {
    String tenMegabytes = "join(range(0, 10000), join(range(0, 250), ' '))";
    assertThatThrownBy(() -> evaluate(expression.formatted(tenMegabytes)))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("more than 16777216 characters");
  }

  @Test
  void argumentsAreEvaluatedOnce() {
    String taken = "take(".repeat(60) + "range(0, 100)" + ", 100)".repeat(60);
    assertThat(evaluate("[length(" + taken + ")]").asInt()).isEqualTo(100);
    assertThat(evaluate("[" + "first(".repeat(150) + "'a'" + ")".repeat(150) + "]").asText())
        .isEqualTo("a");
  }

  @Test
  void setsOfLargeArrays() {
    String union = "union(range(0, 10000), range(5000, 10000))";
    assertThat(evaluate("[length(" + union + ")]").asInt()).isEqualTo(15_000);
    assertThat(evaluate("[length(intersection(" + union + ", range(0, 100)))]").asInt())
        .isEqualTo(100);
  }

  @Test
  void loopsThatAreTooLongAreRefused() {
    JsonNode loop = json("{'copy': [{'name': 'x', 'count': 4294967297, 'input': 1}]}");
    assertThatThrownBy(() -> new TemplateEvaluator(new FixedScope(), LoopTurns.NONE).evaluate(loop))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining("must be an integer from 0 to 800");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        // Strings that are no expressions
        "plain | 'plain'",
        "[[not one] | '[not one]'",
        "[only the beginning | '[only the beginning'",
        "['it''s'] | 'it''s'",
        // Syntax
        "[ concat( 'a' , 'b' ) ] | 'ab'",
        "[CONCAT('a', 'b')] | 'ab'",
        "[parameters('object').name] | 'n'",
        "[parameters('OBJECT').NAME] | 'n'",
        "[parameters('object')['name']] | 'n'",
        "[parameters('object').list[1].x] | 2",
        "[variables('v')[0]] | 'first'",
        "[-5] | -5",
        // Where it is
        "[resourceGroup().location] | 'westus'",
        "[subscription().subscriptionId] | 's'",
        "[deployment().name] | 'd'",
        "[tenant().tenantId] | 't'",
        "[reference('r').state] | 'r null false'",
        "[reference('r', '2024-01-01', 'Full').state] | 'r 2024-01-01 true'",
        "[copyIndex()] | 2",
        "[copyIndex(1)] | 3",
        "[copyIndex('other')] | 7",
        "[copyIndex('other', 1)] | 8",
        // Ids
        "[resourceId('A.B/c', 'x')] | '/subscriptions/s/resourceGroups/g/providers/A.B/c/x'",
        "[resourceId('A.B/c/d', 'x', 'y')] |"
            + " '/subscriptions/s/resourceGroups/g/providers/A.B/c/x/d/y'",
        "[resourceId('h', 'A.B/c', 'x')] | '/subscriptions/s/resourceGroups/h/providers/A.B/c/x'",
        "[resourceId('z', 'h', 'A.B/c', 'x')] |"
            + " '/subscriptions/z/resourceGroups/h/providers/A.B/c/x'",
        "[subscriptionResourceId('A.B/c', 'x')] | '/subscriptions/s/providers/A.B/c/x'",
        "[tenantResourceId('A.B/c', 'x')] | '/providers/A.B/c/x'",
        "[extensionResourceId('/a', 'A.B/c', 'x')] | '/a/providers/A.B/c/x'",
        // Logic
        "[if(true(), 'yes', parameters('absent'))] | 'yes'",
        "[if(false(), parameters('absent'), 'no')] | 'no'",
        "[and(true(), not(false()))] | true",
        "[or(false(), false())] | false",
        "[equals(createArray(1, 'a'), createArray(1, 'a'))] | true",
        "[equals('a', 'A')] | false",
        "[less(1, 2)] | true",
        "[greaterOrEquals('b', 'a')] | true",
        "[coalesce(null(), 'x', parameters('absent'))] | 'x'",
        "[bool('true')] | true",
        "[bool(0)] | false",
        // Numbers
        "[add(2, 3)] | 5",
        "[sub(2, 3)] | -1",
        "[mul(4, 3)] | 12",
        "[div(7, 2)] | 3",
        "[mod(7, 2)] | 1",
        "[min(3, 1, 2)] | 1",
        "[max(createArray(3, 1, 2))] | 3",
        "[int('42')] | 42",
        "[range(3, 2)] | [3, 4]",
        // Strings
        "[concat('a', 1, true())] | 'a1True'",
        "[format('{0}-{1}-{{x}}', 'a', 2)] | 'a-2-{x}'",
        "[toLower('AbC')] | 'abc'",
        "[toUpper('AbC')] | 'ABC'",
        "[trim('  a ')] | 'a'",
        "[substring('abcdef', 2)] | 'cdef'",
        "[substring('abcdef', 1, 2)] | 'bc'",
        "[replace('a-b-c', '-', '')] | 'abc'",
        "[split('a;b,c', createArray(';', ','))] | ['a', 'b', 'c']",
        "[split('a.b', '.')] | ['a', 'b']",
        "[join(createArray('a', 1), '/')] | 'a/1'",
        "[padLeft(7, 3, '0')] | '007'",
        "[padLeft('long', 2)] | 'long'",
        "[startsWith('Abc', 'aB')] | true",
        "[endsWith('abc', 'x')] | false",
        "[indexOf('abc', 'C')] | 2",
        // Conversions
        "[string(true())] | 'True'",
        "[json('[5]')[0]] | 5",
        "[string(createArray(1, 2))] | '[1,2]'",
        "[array('a')] | ['a']",
        "[base64('one')] | 'b25l'",
        "[base64ToString('b25l')] | 'one'",
        "[length(uniqueString('a', 'b'))] | 13",
        "[equals(uniqueString('a'), uniqueString('a'))] | true",
        "[length(guid('a'))] | 36",
        // Collections
        "[concat(createArray(1), createArray(2, 3))] | [1, 2, 3]",
        "[createObject('a', 1, 'b', createArray())] | {'a': 1, 'b': []}",
        "[union(createArray(1, 2), createArray(2, 3))] | [1, 2, 3]",
        "[union(createObject('a', createObject('x', 1)), createObject('a', createObject('y', 2)))]"
            + " | {'a': {'x': 1, 'y': 2}}",
        "[intersection(createArray(1, 2), createArray(2, 3))] | [2]",
        "[length(createObject('a', 1))] | 1",
        "[length('abc')] | 3",
        "[empty('')] | true",
        "[empty(null())] | true",
        "[empty(createArray(1))] | false",
        "[contains(createArray('a'), 'a')] | true",
        "[contains(createObject('Key', 1), 'key')] | true",
        "[contains('abc', 'bc')] | true",
        "[first('abc')] | 'a'",
        "[last(createArray(1, 2))] | 2",
        "[skip(createArray(1, 2, 3), 1)] | [2, 3]",
        "[take('abc', 2)] | 'ab'",
        "[items(createObject('b', 2, 'a', 1))[0].key] | 'a'",
        "[tryGet(createObject('a', createArray(5)), 'a', 0)] | 5",
        "[tryGet(createObject('a', 1), 'b')] | null",
      })
  void hasTheValueOfAzure(String expression, String expected) {
    assertThat(evaluate(expression)).isEqualTo(json(expected.replace("''", "\\'")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "[nonsense('a')] | The template function 'nonsense' is not valid.",
        "[listKeys('a', 'b')] | The template function 'listKeys' is not simulated.",
        "[map(createArray(), 1)] | The template function 'map' is not simulated.",
        "[parameters('absent')] | parameter 'absent'",
        "[parameters('object').x] | The language expression property 'x' doesn't exist, available"
            + " properties are 'name, list'.",
        "[parameters('object').list[9]] | The language expression property array index '9' is out"
            + " of bounds.",
        "[concat('a', 'b'] | Unable to parse language expression 'concat('a', 'b'': expected token"
            + " 'RightParenthesis' and actual 'EndOfData'.",
        "[concat('a') 'b'] | expected token 'EndOfData'",
        "['open] | expected token 'StringLiteral' and actual 'EndOfData'",
        "[resourceId('A.B/c/d', 'x')] | the type 'A.B/c/d' requires '2' resource name argument(s)",
        "[resourceId('x', 'y')] | the type of the resource is missing",
        "[add(1, 'a')] | argument 2 must be of type 'Integer' but is of type 'String'",
        "[not('true')] | must be of type 'Boolean'",
        "[div(1, 0)] | the result is no integer",
        "[substring('abc', 2, 5)] | index and length must refer to a location within the string",
        "[if(true())] | requires '3' argument(s) but was called with '1'",
        "[format('{1}', 'a')] | there is no argument for '{1}'",
        "[copyIndex('none')] | The provided copy name 'none' doesn't exist in the resource.",
        "[json('{')] | the value is no JSON",
      })
  void refusesWithASentenceThatNamesTheMistake(String expression, String sentence) {
    assertThatThrownBy(() -> evaluate(expression))
        .isInstanceOf(TemplateException.class)
        .hasMessageContaining(sentence);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "{'copy': [{'name': 'a', 'count': 2, 'input': {'n': `[copyIndex('a')]`}}]} | {'a': [{'n':"
            + " 0}, {'n': 1}]}",
        "{'copy': [{'name': 'a', 'count': 0, 'input': 'x'}]} | {'a': []}",
        "{'copy': {'kept': '[add(1, 1)]'}} | {'copy': {'kept': 2}}",
        "{`[concat('k', 'ey')]`: 1} | {'key': 1}",
        "[1, '[add(1, 1)]', null, true, {'a': ['[add(1, 2)]']}] | [1, 2, null, true, {'a': [3]}]",
      })
  void evaluatesWholeDocuments(String document, String expected) {
    JsonNode part = json(document.replace('`', '"'));
    assertThat(new TemplateEvaluator(new FixedScope(), LoopTurns.NONE).evaluate(part))
        .isEqualTo(json(expected));
  }

  /** A scope in which everything is known. */
  private static final class FixedScope implements EvaluationScope {
    private final EvaluationBudget evaluationBudget = new EvaluationBudget();

    @Override
    public EvaluationBudget budget() {
      return evaluationBudget;
    }

    @Override
    public JsonNode parameter(String name) {
      if (name.equalsIgnoreCase("object")) {
        return json("{'name': 'n', 'list': [{'x': 1}, {'x': 2}]}");
      }
      throw new TemplateException("parameter '" + name + "'");
    }

    @Override
    public JsonNode variable(String name) {
      return json("['first']");
    }

    @Override
    public ObjectNode resourceGroup() {
      return (ObjectNode) json("{'name': 'g', 'location': 'westus'}");
    }

    @Override
    public ObjectNode subscription() {
      return (ObjectNode) json("{'subscriptionId': 's'}");
    }

    @Override
    public ObjectNode deployment() {
      return (ObjectNode) json("{'name': 'd'}");
    }

    @Override
    public ObjectNode tenant() {
      return (ObjectNode) json("{'tenantId': 't'}");
    }

    @Override
    public JsonNode reference(String resource, String apiVersion, boolean full) {
      return json("{'state': '" + resource + " " + apiVersion + " " + full + "'}");
    }
  }
}
