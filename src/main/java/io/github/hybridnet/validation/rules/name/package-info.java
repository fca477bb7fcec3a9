/** validation.rules.name. */
@NullMarked
package io.github.hybridnet.validation.rules.name;

import org.jspecify.annotations.NullMarked;
