/** validation.rules.circuit. */
@NullMarked
package io.github.hybridnet.validation.rules.circuit;

import org.jspecify.annotations.NullMarked;
