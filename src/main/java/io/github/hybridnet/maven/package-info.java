/** The goals, one small class each, and the one place where failures become those of Maven. */
@NullMarked
package io.github.hybridnet.maven;

import org.jspecify.annotations.NullMarked;
