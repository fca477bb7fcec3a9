package io.github.hybridnet.simulator.deployment.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.World;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.deployment.language.TemplateEvaluator;
import io.github.hybridnet.simulator.deployment.template.DeploymentContext;
import io.github.hybridnet.simulator.deployment.template.PlannedResource;
import io.github.hybridnet.simulator.deployment.template.RuntimeReferences;
import io.github.hybridnet.simulator.deployment.template.SourcePositions;
import io.github.hybridnet.simulator.deployment.template.TemplateParameters;
import io.github.hybridnet.simulator.deployment.template.TemplatePlan;
import io.github.hybridnet.simulator.deployment.template.TemplatePlanBuilder;
import io.github.hybridnet.simulator.deployment.template.TemplateScope;
import java.util.Map;

/** The template of a deployment that runs: its plan, and its expressions with all they may ask. */
final class DeploymentProgram {
  private final TemplatePlan templatePlan;
  private final TemplateScope scope;

  private DeploymentProgram(TemplatePlan templatePlan, TemplateScope scope) {
    this.templatePlan = templatePlan;
    this.scope = scope;
  }

  static DeploymentProgram of(World world, TemplateDeployment templateDeployment) {
    ObjectNode template = templateDeployment.template();
    DeploymentContext deploymentContext =
        new DeploymentContext(
            world, templateDeployment.id(), template, templateDeployment.text("mode"));
    Map<String, JsonNode> values =
        TemplateParameters.restored(templateDeployment.part("parameters"));
    TemplateScope.ParameterSource parameters =
        (name, templateEvaluator) -> {
          JsonNode value = values.get(name);
          if (value == null) {
            throw TemplateParameters.notFound(name);
          }
          return value;
        };
    TemplateScope before =
        new TemplateScope(deploymentContext, template, parameters, TemplateScope::noReference);
    ArmId group = templateDeployment.id().group();
    TemplatePlan templatePlan =
        new TemplatePlanBuilder(before, group, SourcePositions.none()).build(template);
    return new DeploymentProgram(
        templatePlan,
        new TemplateScope(
            deploymentContext,
            template,
            parameters,
            new RuntimeReferences(world, () -> templatePlan)));
  }

  TemplatePlan plan() {
    return templatePlan;
  }

  /** Evaluates outside of loops. */
  TemplateEvaluator evaluator() {
    return scope.evaluator();
  }

  /** The body of a resource, whole. */
  ObjectNode body(PlannedResource resource) {
    return resource.body(new TemplateEvaluator(scope, resource.loops()));
  }
}
