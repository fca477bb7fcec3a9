/** validation.rules.key. */
@NullMarked
package io.github.hybridnet.validation.rules.key;

import org.jspecify.annotations.NullMarked;
