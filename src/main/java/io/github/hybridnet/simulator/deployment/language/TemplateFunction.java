package io.github.hybridnet.simulator.deployment.language;

import com.fasterxml.jackson.databind.JsonNode;

/** A function of the language. */
@FunctionalInterface
interface TemplateFunction {

  /** The value of a call. Arguments that are not asked for are not evaluated. */
  JsonNode call(FunctionArguments functionArguments);
}
