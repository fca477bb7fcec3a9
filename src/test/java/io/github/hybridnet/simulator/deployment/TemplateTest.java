package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.deployment.run.TemplateDeploymentTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What templates mean, and which are refused. */
class TemplateTest {
  private static final String SITE =
      """
      {'type': 'Microsoft.Network/localNetworkGateways', 'apiVersion': '2024-05-01',
       'location': 'westus2', 'properties': {'gatewayIpAddress': '40.50.60.70',
         'localNetworkAddressSpace': {'addressPrefixes': ['192.168.0.0/16']}}, %s}
      """;

  @TempDir static Path directory;
  private static Rig rig;

  @BeforeAll
  static void start() {
    rig = new Rig(directory);
  }

  @AfterAll
  static void stop() {
    rig.close();
  }

  private static String site(String rest) {
    return SITE.formatted(rest);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'parameters': {'p': {'type': 'string'}}, 'resources': []} | {} | The value for the"
            + " template parameter 'p' at line '1' and column '67' is not provided. Please see"
            + " https://aka.ms/arm-create-parameter-file for usage details.",
        "{'parameters': {'p': {'type': 'string'}}, 'resources': []} | {'q': {'value': 1}} | The"
            + " template parameters 'q' in the parameters file are not valid; they are not present"
            + " in the original template and can therefore not be provided at deployment time. The"
            + " only supported parameters for this template are 'p'.",
        "{'parameters': {'p': {'type': 'int'}}, 'resources': []} | {'p': {'value': 'x'}} | Expected"
            + " a value of type 'Integer', but received a value of type 'String'.",
        "{'parameters': {'p': {'type': 'string', 'allowedValues': ['a', 'b']}}, 'resources': []} |"
            + " {'p': {'value': 'c'}} | The provided value 'c' for the template parameter 'p'",
        "{'parameters': {'p': {'type': 'securestring', 'minLength': 12}}, 'resources': []} | {'p':"
            + " {'value': 'canary'}} | Length of the value should be greater than or equal to"
            + " '12'.",
        "{'parameters': {'p': {'type': 'int', 'maxValue': 3}}, 'resources': []} | {'p': {'value':"
            + " 4}} | The value should be less than or equal to '3'.",
        "{'parameters': {'p': {'type': 'number'}}, 'resources': []} | {'p': {'value': 4}} | has the"
            + " type 'number', which is not valid",
        "{'resources': [{'type': 'A.B/c', 'name': 'x'}]} | {} | The apiVersion property cannot be"
            + " null or empty.",
        "{'resources': [{'type': 'A.B/c', 'name': 'x/y', 'apiVersion': '2024-05-01'}]} | {} | The"
            + " template resource 'x/y' for type 'A.B/c' at line '1' and column '62' has incorrect"
            + " segment lengths.",
        "{'resources': [{'type': 'A.B/c', 'name': '[nonsense()]', 'apiVersion': '2024-05-01'}]} |"
            + " {} | is not valid: The template function 'nonsense' is not valid.",
        "{'resources': [{'type': 'A.B/c', 'name': `[reference('x')]`, 'apiVersion': '2024-05-01'}]}"
            + " | {} | The template function 'reference' is not expected at this location.",
        "{'resources': [{'type': 'A.B/c', 'name': 'x', 'apiVersion': '2024-05-01', 'dependsOn':"
            + " ['y']}]} | {} | The resource 'y' is not defined in the template. Please see"
            + " https://aka.ms/arm-syntax for usage details.",
        "{'resources': [{'type': 'A.B/c', 'name': 'x', 'apiVersion': '2024-05-01', 'dependsOn':"
            + " ['y']}, {'type': 'A.B/c', 'name': 'y', 'apiVersion': '2024-05-01', 'dependsOn':"
            + " ['A.B/c/x']}]} | {} | Circular dependency detected on resource:"
            + " '~~/providers/A.B/c/x'.",
        "{'resources': [{'type': 'A.B/c', 'name': 'x', 'apiVersion': '2024-05-01'}, {'type':"
            + " 'a.b/C', 'name': 'X', 'apiVersion': '2024-05-01'}]} | {} | is defined multiple"
            + " times in a template.",
        "{'resources': [], 'variables': {'a': `[variables('a')]`}, 'outputs': {'o': {'type':"
            + " 'string', 'value': `[variables('a')]`}}} | {} | The template variable 'a' depends"
            + " on itself.",
        "{'resources': [], 'outputs': {'o': {'type': 'string', 'value': `[variables('b')]`}}} | {}"
            + " | The template variable 'b' is not found.",
        "{} | {} | Required property 'resources' not found in JSON.",
        "{'resources': [{'type': 'A.B/c', 'name': `[concat('x', copyIndex('o'))]`, 'apiVersion':"
            + " '2024-05-01', 'copy': {'name': 'o', 'count': 800}, 'resources': [{'type': 'd',"
            + " 'name': 'y', 'apiVersion': '2024-05-01'}]}]} | {} | The template has more than 800"
            + " resources, those of loops included.",
      })
  void invalidTemplate(String template, String parameters, String sentence) {
    ArmClient.Answer answer = rig.validate(template.replace('`', '"'), parameters);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo("InvalidTemplate");
    assertThat(answer.message().replace(rig.group(), "~~"))
        .startsWith("Deployment template validation failed: '")
        .contains(sentence)
        .doesNotContain("canary");
    assertThat(answer.json().at("/error/additionalInfo/0/type").asText())
        .isEqualTo("TemplateViolation");
    assertThat(rig.deploy("invalid", template.replace('`', '"'), parameters).message())
        .isEqualTo(answer.message());
    assertThat(rig.send("GET", rig.deployment("invalid"), "").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "'template': {'resources': []}, 'templateLink': {'uri': 'https://example.com/t'} |"
            + " NotSimulated | 'templateLink'",
        "'template': {'resources': []}, 'parametersLink': {'uri': 'https://example.com/t'} |"
            + " NotSimulated | 'parametersLink'",
        "'template': {'resources': {}} | NotSimulated | symbolic names",
        "'template': {'resources': [], 'languageVersion': '2.0'} | NotSimulated |"
            + " 'languageVersion'",
        "'template': {'resources': [], 'functions': [{'namespace': 'a'}]} | NotSimulated |"
            + " 'functions'",
        "'template': {'resources': [], 'parameters': {'p': {'type': 'string'}}}, 'parameters':"
            + " {'p': {'reference': {}}} | NotSimulated | Key Vault",
        "'mode2': 1 | InvalidRequestContent | Required property 'template' not found",
      })
  void refusedRequest(String properties, String code, String text) {
    ArmClient.Answer answer =
        rig.send(
            "PUT",
            rig.deployment("refused"),
            "{'properties': {'mode': 'Incremental', " + properties + "}}");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.code()).isEqualTo(code);
    assertThat(answer.message()).contains(text);
  }

  @Test
  void variablesThatDoubleEachOtherAreRefused() {
    assertDoublingIsRefused("[concat(variables('v%1$d'), variables('v%1$d'))]", "characters");
    assertDoublingIsRefused("[createArray(variables('v%1$d'), variables('v%1$d'))]", "values");
  }

  private static void assertDoublingIsRefused(String expression, String what) {
    StringBuilder variables = new StringBuilder("'v0': 'twice'");
    for (int i = 0; i < 40; i++) {
      variables.append(", 'v").append(i + 1).append("': \"");
      variables.append(expression.formatted(i)).append('"');
    }
    String template =
        "{'resources': [], 'variables': {%s}, 'outputs': {'o': {'type': 'string', 'value': %s}}}"
            .formatted(variables, "\"[string(variables('v40'))]\"");
    ArmClient.Answer answer = rig.validate(template, "{}");
    assertThat(answer.code()).isEqualTo("InvalidTemplate");
    assertThat(answer.message()).contains("The template is too large", what);
  }

  @Test
  void variablesThatAreNestedTooDeepAreRefused() {
    StringBuilder variables = new StringBuilder("'v0': 'deep'");
    for (int i = 0; i < 2000; i++) {
      variables.append(", 'v%d': \"[variables('v%d')]\"".formatted(i + 1, i));
    }
    String template =
        "{'resources': [], 'variables': {%s}, 'outputs': {'o': {'type': 'string', 'value': %s}}}"
            .formatted(variables, "\"[variables('v2000')]\"");
    ArmClient.Answer answer = rig.validate(template, "{}");
    assertThat(answer.code()).isEqualTo("InvalidTemplate");
    assertThat(answer.message()).contains("nested too deep");
  }

  @Test
  void typeThatIsNotSimulatedIsRefusedBeforeAnythingIsDeployed() {
    ArmClient.Answer answer =
        rig.deploy(
            "unknown",
            TemplateDeploymentTest.template(
                site("'name': 'never'"),
                "{'type': 'Microsoft.Compute/virtualMachines', 'apiVersion': '2024-03-01',"
                    + " 'name': 'vm', 'location': 'westus2'}"));
    assertThat(answer.code()).isEqualTo("InvalidTemplateDeployment");
    assertThat(answer.message())
        .startsWith(
            "The template deployment 'unknown' is not valid according to the validation"
                + " procedure. The tracking id is '");
    assertThat(answer.json().at("/error/details/0/message").asText()).contains("Microsoft.Compute");
    assertThat(rig.exists("localNetworkGateways/never")).isFalse();
  }

  @Test
  void parametersVariablesConditionsAndOutputs() {
    String template =
        """
        {'parameters': {
           'name': {'type': 'string', 'defaultValue': "[concat('site-', parameters('suffix'))]"},
           'suffix': {'type': 'string', 'defaultValue': 'x'},
           'wanted': {'type': 'bool', 'defaultValue': false},
           'secret': {'type': 'secureObject', 'defaultValue': {}}},
         'variables': {'tags': {'of': "[parameters('name')]"},
           'copy': [{'name': 'numbers', 'count': 3, 'input': "[mul(copyIndex('numbers'), 2)]"}]},
         'resources': [%s, %s],
         'outputs': {
           'id': {'type': 'string', 'value': "[resourceId('Microsoft.Network/localNetworkGateways', parameters('name'))]"},
           'address': {'type': 'string', 'value': "[reference(parameters('name')).gatewayIpAddress]"},
           'place': {'type': 'string', 'value': "[reference(parameters('name'), '2024-05-01', 'Full').location]"},
           'numbers': {'type': 'array', 'value': "[variables('numbers')]"},
           'hidden': {'type': 'securestring', 'value': 'canary'},
           'none': {'type': 'string', 'condition': "[parameters('wanted')]", 'value': 'x'},
           'each': {'type': 'array', 'copy': {'count': 2, 'input': "[copyIndex('each')]"}}}}
        """
            .formatted(
                site("'name': \"[parameters('name')]\", 'tags': \"[variables('tags')]\""),
                site("'name': 'unwanted', 'condition': \"[parameters('wanted')]\""));
    assertThat(rig.deploy("values", template, "{'suffix': {'value': 'y'}}").status())
        .isEqualTo(201);
    rig.pass(60);
    JsonNode properties = rig.shown("values").path("properties");
    assertThat(properties.path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(rig.brief(properties.path("parameters")))
        .isEqualTo(
            "{'name':{'type':'String','value':'site-y'},'suffix':{'type':'String','value':'y'},"
                + "'wanted':{'type':'Bool','value':false},'secret':{'type':'SecureObject'}}");
    assertThat(rig.brief(properties.path("outputs")))
        .isEqualTo(
            "{'id':{'type':'String','value':'~/localNetworkGateways/site-y'},"
                + "'address':{'type':'String','value':'40.50.60.70'},"
                + "'place':{'type':'String','value':'westus2'},"
                + "'numbers':{'type':'Array','value':[0,2,4]},"
                + "'hidden':{'type':'SecureString'},"
                + "'each':{'type':'Array','value':[0,1]}}");
    assertThat(properties.path("outputResources")).hasSize(1);
    assertThat(rig.get("localNetworkGateways/site-y").at("/tags/of").asText()).isEqualTo("site-y");
    assertThat(rig.exists("localNetworkGateways/unwanted")).isFalse();
  }

  @Test
  void loopsOneAfterTheOther() {
    String loop =
        site(
            "'name': \"[concat('s', copyIndex(1))]\","
                + " 'copy': {'name': 'sites', 'count': 3, 'mode': 'serial', 'batchSize': 2}");
    String after = site("'name': 'last', 'dependsOn': ['sites']");
    rig.deploy("loop", TemplateDeploymentTest.template(after, loop));
    rig.pass(3);
    assertThat(rig.exists("localNetworkGateways/s1")).isTrue();
    assertThat(rig.exists("localNetworkGateways/s2")).isTrue();
    assertThat(rig.exists("localNetworkGateways/s3")).isFalse();
    rig.pass(12);
    assertThat(rig.exists("localNetworkGateways/s3")).isTrue();
    assertThat(rig.exists("localNetworkGateways/last")).isFalse();
    rig.pass(30);
    assertThat(rig.exists("localNetworkGateways/last")).isTrue();
    assertThat(rig.state("loop")).isEqualTo("Succeeded");
  }

  @Test
  void childrenInsideParentsAndDependenciesByReference() {
    String network =
        """
        {'type': 'Microsoft.Network/virtualNetworks', 'apiVersion': '2024-05-01', 'name': 'parent',
         'location': 'westus2', 'properties': {'addressSpace': {'addressPrefixes': ['10.1.0.0/16']}},
         'resources': [{'type': 'subnets', 'apiVersion': '2024-05-01', 'name': 'child',
           'dependsOn': ['parent'], 'properties': {'addressPrefix': '10.1.1.0/24'}}]}
        """;
    String tagged =
        site("'name': 'tagged', 'tags': {'prefix': \"[reference('parent/child').addressPrefix]\"}");
    JsonNode done =
        rig.deployed("children", TemplateDeploymentTest.template(tagged, network), 120)
            .path("properties");
    assertThat(done.path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(rig.get("localNetworkGateways/tagged").at("/tags/prefix").asText())
        .isEqualTo("10.1.1.0/24");
    assertThat(rig.brief(done.path("outputResources")))
        .isEqualTo(
            "[{'id':'~/localNetworkGateways/tagged'},{'id':'~/virtualNetworks/parent'},"
                + "{'id':'~/virtualNetworks/parent/subnets/child'}]");
  }

  @Test
  void mistakeThatOnlyTheDeploymentShows() {
    JsonNode failed =
        rig.deployed(
                "late",
                TemplateDeploymentTest.template(
                    site("'name': 'first'"),
                    site("'name': 'second', 'tags': {'x': \"[reference('first').absent]\"}")),
                60)
            .path("properties");
    assertThat(failed.path("provisioningState").asText()).isEqualTo("Failed");
    assertThat(failed.at("/error/details/0/code").asText()).isEqualTo("InvalidTemplate");
    assertThat(failed.at("/error/details/0/message").asText())
        .startsWith("Unable to process template language expressions for resource '")
        .contains("'The language expression property 'absent' doesn't exist, available properties");
    JsonNode output =
        rig.deployed(
                "output",
                "{'resources': [], 'outputs': {'o': {'type': 'object', 'value':"
                    + " \"[reference('nothing')]\"}}}",
                10)
            .path("properties");
    assertThat(output.at("/error/code").asText()).isEqualTo("DeploymentOutputEvaluationFailed");
  }

  @Test
  void nestedDeployments() {
    String inner =
        """
        {'type': 'Microsoft.Resources/deployments', 'apiVersion': '2022-09-01', 'name': 'inner',
         'properties': {'mode': 'Incremental', 'expressionEvaluationOptions': {'scope': 'inner'},
           'parameters': {'name': {'value': "[concat('nes', 'ted')]"}},
           'template': {'parameters': {'name': {'type': 'string'}}, 'resources': [%s],
             'outputs': {'Name': {'type': 'string', 'value': "[parameters('name')]"}}}}}
        """
            .formatted(site("'name': \"[parameters('name')]\""));
    JsonNode done =
        rig.deployed(
                "outer",
                "{'resources': ["
                    + inner
                    + "], 'outputs': {'name': {'type': 'string', 'value':"
                    + " \"[reference('inner').outputs.Name.value]\"}}}",
                60)
            .path("properties");
    assertThat(done.path("provisioningState").asText()).isEqualTo("Succeeded");
    assertThat(done.at("/outputs/name/value").asText()).isEqualTo("nested");
    assertThat(rig.exists("localNetworkGateways/nested")).isTrue();
    assertThat(rig.state("inner")).isEqualTo("Succeeded");
  }

  /** As Azure's reports have it: capitals at the beginning become small letters. */
  @Test
  void outputsBeginWithSmallLetters() {
    String output = "'%s': {'type': 'string', 'value': 'x'}";
    JsonNode outputs =
        rig.deployed(
                "d",
                "{'resources': [], 'outputs': {"
                    + String.join(
                        ",",
                        output.formatted("LogicAppId"),
                        output.formatted("TRANS_Test_Parameter"),
                        output.formatted("VNetId"),
                        output.formatted("ID"),
                        output.formatted("kept"))
                    + "}}",
                10)
            .at("/properties/outputs");
    assertThat(outputs.fieldNames())
        .toIterable()
        .containsExactly("logicAppId", "tranS_Test_Parameter", "vNetId", "id", "kept");
  }
}
