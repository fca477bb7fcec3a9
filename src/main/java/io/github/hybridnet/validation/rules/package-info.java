/** The rules, one small class for each. */
@NullMarked
package io.github.hybridnet.validation.rules;

import org.jspecify.annotations.NullMarked;
