/** validation.rules.reference. */
@NullMarked
package io.github.hybridnet.validation.rules.reference;

import org.jspecify.annotations.NullMarked;
