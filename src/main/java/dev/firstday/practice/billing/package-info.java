/** The practice account's billing services: contacts, budgets, Cost Explorer, tax settings. */
@NullMarked
package dev.firstday.practice.billing;

import org.jspecify.annotations.NullMarked;
