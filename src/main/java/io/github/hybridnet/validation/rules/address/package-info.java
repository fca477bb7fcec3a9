/** validation.rules.address. */
@NullMarked
package io.github.hybridnet.validation.rules.address;

import org.jspecify.annotations.NullMarked;
