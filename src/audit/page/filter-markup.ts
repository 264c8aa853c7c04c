import type { Audit } from '../audit.js';
import { GRADE_WORDS } from '../words.js';

/** The form by which the page is searched. It is hidden where no script runs, since it would do nothing. */
export function filterHtml({ years }: Audit): string {
  const yearOptions = years.map((year) => `<option value="${year}">${year} 年</option>`);
  const gradeOptions = Object.entries(GRADE_WORDS).map(([grade, word]) => `<option value="${grade}">${word}</option>`);
  return `<form id="filter" role="search" hidden>
<p><label for="name">机关名称</label> <input id="name" type="search" autocomplete="off" spellcheck="false"></p>
<p><label for="year">年度</label> <select id="year"><option value="">全部</option>${yearOptions.join('')}</select></p>
<p><label for="grade">情况</label> <select id="grade"><option value="">全部</option>${gradeOptions.join('')}</select></p>
<p><button id="clear" type="button">清除</button> <span id="found" role="status"></span></p>
</form>`;
}

/**
 * Shows what has the words that are typed in its name, is of the year, and is as it is asked for: rows, reports and items carry these
 * facts as data. What carries none of a kind is not filtered by it, so that years do not hide files that could not be read.
 */
export const FILTER_SCRIPT = `(function () {
  var form = document.getElementById('filter');
  var found = document.getElementById('found');
  var all = Array.prototype.slice.call(document.querySelectorAll('[data-name]'));
  var value = function (id) { return document.getElementById(id).value.trim().toLowerCase(); };
  var has = function (one, key, wanted) {
    var own = one.getAttribute('data-' + key);
    return wanted === '' || own === null || own.split(' ').indexOf(wanted) >= 0;
  };
  var apply = function () {
    var words = value('name').split(/\\s+/), year = value('year'), grade = value('grade'), rows = 0;
    all.forEach(function (one) {
      var name = one.getAttribute('data-name').toLowerCase();
      var named = words.every(function (word) { return name.indexOf(word) >= 0; });
      one.hidden = !(named && has(one, 'year', year) && has(one, 'grade', grade));
      if (!one.hidden && one.tagName === 'TR') rows += 1;
    });
    found.textContent = words[0] || year || grade ? rows + ' 个机关' : '';
  };
  form.hidden = false;
  form.addEventListener('input', apply);
  document.getElementById('clear').addEventListener('click', function () { form.reset(); apply(); });
  form.addEventListener('submit', function (event) { event.preventDefault(); });
  apply();
})();`;
