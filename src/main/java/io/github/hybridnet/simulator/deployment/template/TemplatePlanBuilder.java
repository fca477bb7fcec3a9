package io.github.hybridnet.simulator.deployment.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.CopyLoop;
import io.github.hybridnet.simulator.deployment.language.LoopTurns;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.language.TemplateException;
import io.github.hybridnet.simulator.deployment.template.PlannedResource.Declaration;
import io.github.hybridnet.simulator.deployment.template.PlannedResource.Turn;
import io.github.hybridnet.simulator.deployment.template.SourcePositions.Position;
import java.util.ArrayList;
import java.util.List;

/** Finds the resources of a template: loops unrolled, children taken out of their parents. */
public final class TemplatePlanBuilder {
  private static final String USAGE =
      " Please see https://aka.ms/arm-syntax-resources for usage details.";

  private static final int MOST = 800;

  private final TemplateScope scope;
  private final ArmId group;
  private final SourcePositions sourcePositions;
  private final List<PlannedResource> found = new ArrayList<>();

  /** The parent of nested resources; empty texts at the top. */
  private record Parent(String type, String name, LoopTurns loops) {
    static final Parent NONE = new Parent("", "", LoopTurns.NONE);
  }

  public TemplatePlanBuilder(TemplateScope scope, ArmId group, SourcePositions sourcePositions) {
    this.scope = scope;
    this.group = group;
    this.sourcePositions = sourcePositions;
  }

  /**
   * Reads a template and plans its resources.
   *
   * @throws DeploymentRefusedException if it is not valid
   */
  public TemplatePlan build(JsonNode template) {
    JsonNode resources = template.path("resources");
    if (resources.isObject()) {
      throw DeploymentErrors.notSimulated("templates whose resources have symbolic names");
    }
    if (!resources.isArray()) {
      throw DeploymentErrors.invalidTemplate(
          "Required property 'resources' not found in JSON. Path 'properties.template'",
          sourcePositions.at(DeploymentRequest.TEMPLATE));
    }
    addAll(resources, DeploymentRequest.TEMPLATE + "/resources", Parent.NONE);
    return TemplatePlan.of(found, scope);
  }

  private void addAll(JsonNode resources, String pointer, Parent parent) {
    for (int i = 0; i < resources.size(); i++) {
      String here = pointer + "/" + i;
      JsonNode resource = resources.get(i);
      Position at = sourcePositions.at(here);
      if (!(resource instanceof ObjectNode object)) {
        throw DeploymentErrors.invalidTemplate("A template resource is not an object." + USAGE, at);
      }
      try {
        addTurns(object, here, parent);
      } catch (TemplateException e) {
        throw invalid(resource.path("name").asText(), at, e);
      }
    }
  }

  /** The refusal of a template because of an expression in one of its resources. */
  static DeploymentRefusedException invalid(String name, Position at, TemplateException why) {
    return DeploymentErrors.invalidTemplate(
        "The template resource '%s' at line '%d' and column '%d' is not valid: %s"
            .formatted(name, at.line(), at.column(), why.sentence()),
        at);
  }

  private void addTurns(ObjectNode resource, String pointer, Parent parent) {
    JsonNode copy = resource.path(CopyLoop.MEMBER);
    if (!copy.isObject()) {
      add(resource, pointer, parent, Turn.NONE);
      return;
    }
    CopyLoop loop = CopyLoop.of(copy, "", new TemplateEvaluator(scope, parent.loops()));
    boolean serial = copy.path("mode").asText().equalsIgnoreCase("serial");
    int batch = serial ? Math.max(1, copy.path("batchSize").asInt(1)) : 0;
    for (int turn = 0; turn < loop.count(); turn++) {
      LoopTurns loopTurns = parent.loops().insideResource(loop.name(), turn);
      add(
          resource,
          pointer,
          new Parent(parent.type(), parent.name(), loopTurns),
          new Turn(loop.name(), batch, turn));
    }
  }

  private void add(ObjectNode resource, String pointer, Parent parent, Turn turn) {
    Position at = sourcePositions.at(pointer);
    if (found.size() == MOST) {
      throw DeploymentErrors.invalidTemplate(
          "The template has more than %d resources, those of loops included.".formatted(MOST)
              + USAGE,
          at);
    }
    TemplateEvaluator templateEvaluator = new TemplateEvaluator(scope, parent.loops());
    String type = below(parent.type(), text(resource, "type", templateEvaluator, at));
    String name = below(parent.name(), text(resource, "name", templateEvaluator, at));
    String version = text(resource, "apiVersion", templateEvaluator, at);
    if (resource.has("scope")) {
      throw DeploymentErrors.notSimulated("resources with a 'scope': '" + name + "'");
    }
    ArmId id = id(type, name, groupOf(resource, templateEvaluator), at);
    boolean deployed = condition(resource, templateEvaluator, at);
    Declaration declaration = new Declaration(resource, at, turn);
    found.add(new PlannedResource(id, version, declaration, parent.loops(), deployed));
    addAll(
        resource.path("resources"), pointer + "/resources", new Parent(type, name, parent.loops()));
  }

  private static String below(String parent, String child) {
    return parent.isEmpty() ? child : parent + "/" + child;
  }

  private static String text(
      ObjectNode resource, String member, TemplateEvaluator templateEvaluator, Position at) {
    JsonNode value = templateEvaluator.evaluate(resource.path(member));
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw DeploymentErrors.invalidTemplate(
          "The template resource '%s' at line '%d' and column '%d' is not valid. The %s property"
                  .formatted(resource.path("name").asText(), at.line(), at.column(), member)
              + " cannot be null or empty."
              + USAGE,
          at);
    }
    return value.textValue();
  }

  /** A nested deployment may go to another group of the subscription. */
  private ArmId groupOf(ObjectNode resource, TemplateEvaluator templateEvaluator) {
    String subscription =
        templateEvaluator.evaluate(resource.path("subscriptionId")).asText(group.subscription());
    if (!subscription.equalsIgnoreCase(group.subscription())) {
      throw DeploymentErrors.notSimulated("deployments to another subscription");
    }
    JsonNode other = templateEvaluator.evaluate(resource.path("resourceGroup"));
    return other.isTextual() ? ArmId.group(group.subscription(), other.textValue()) : group;
  }

  private static ArmId id(String type, String name, ArmId group, Position at) {
    String[] types = type.split("/", -1);
    String[] names = name.split("/", -1);
    if (types.length != names.length + 1) {
      throw DeploymentErrors.invalidTemplate(
          "The template resource '%s' for type '%s' at line '%d' and column '%d' has incorrect"
                  .formatted(name, type, at.line(), at.column())
              + " segment lengths. A nested resource type must have identical number of segments as"
              + " its resource name. A root resource type must have segment length one greater than"
              + " its resource name."
              + USAGE,
          at);
    }
    StringBuilder text = new StringBuilder(group + "/providers/" + types[0]);
    for (int i = 0; i < names.length; i++) {
      text.append('/').append(types[i + 1]).append('/').append(names[i]);
    }
    return ArmId.parse(text.toString())
        .orElseThrow(
            () ->
                DeploymentErrors.invalidTemplate(
                    "The template resource '%s' for type '%s' is not valid.".formatted(name, type)
                        + USAGE,
                    at));
  }

  private static boolean condition(
      ObjectNode resource, TemplateEvaluator templateEvaluator, Position at) {
    if (!resource.has("condition")) {
      return true;
    }
    JsonNode value = templateEvaluator.evaluate(resource.get("condition"));
    if (!value.isBoolean()) {
      throw DeploymentErrors.invalidTemplate(
          "The template resource '%s' at line '%d' and column '%d' is not valid. The condition must"
                  .formatted(resource.path("name").asText(), at.line(), at.column())
              + " be true or false."
              + USAGE,
          at);
    }
    return value.booleanValue();
  }
}
