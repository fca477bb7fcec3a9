/** The language of templates: expressions in brackets, their functions, and loops. */
@NullMarked
package io.github.hybridnet.simulator.deployment.language;

import org.jspecify.annotations.NullMarked;
