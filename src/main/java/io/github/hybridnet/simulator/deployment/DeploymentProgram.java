package io.github.hybridnet.simulator.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmId;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.deployment.language.Evaluator;
import java.util.Map;

/** The template of a deployment that runs: its plan, and its expressions with all they may ask. */
final class DeploymentProgram {
  private final Plan plan;
  private final TemplateScope scope;

  private DeploymentProgram(Plan plan, TemplateScope scope) {
    this.plan = plan;
    this.scope = scope;
  }

  static DeploymentProgram of(World world, Deployment deployment) {
    ObjectNode template = deployment.template();
    Surroundings surroundings =
        new Surroundings(world, deployment.id(), template, deployment.text("mode"));
    Map<String, JsonNode> values = TemplateParameters.restored(deployment.part("parameters"));
    TemplateScope.ParameterSource parameters =
        (name, evaluator) -> {
          JsonNode value = values.get(name);
          if (value == null) {
            throw TemplateParameters.notFound(name);
          }
          return value;
        };
    TemplateScope before =
        new TemplateScope(surroundings, template, parameters, TemplateScope::noReference);
    ArmId group = deployment.id().group();
    Plan plan = new PlanBuilder(before, group, Positions.none()).build(template);
    return new DeploymentProgram(
        plan,
        new TemplateScope(
            surroundings, template, parameters, new ResourceReferences(world, () -> plan)));
  }

  Plan plan() {
    return plan;
  }

  /** Evaluates outside of loops. */
  Evaluator evaluator() {
    return scope.evaluator();
  }

  /** The body of a resource, whole. */
  ObjectNode body(PlannedResource resource) {
    return resource.body(new Evaluator(scope, resource.loops()));
  }
}
