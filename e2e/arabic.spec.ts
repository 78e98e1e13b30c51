import { type Browser, expect, type Page } from '@playwright/test';
import { findNoFault } from './no-fault.ts';
import { addAccount, setUp } from './office.ts';
import { plugPrinter, printedBy } from './paper.ts';
import { oneTimeCode, type Server, fresh as test } from './server.ts';
import { expectArabic, expectNothingCut } from './spoken.ts';
import { desk, goTo, type Person } from './worker.ts';

const TITLE = 'استقبال طفل في خطر (مثال مختلق)';
const LAYLA: Person = {
  name: 'layla',
  displayName: 'ليلى المختلقة',
  password: 'جملة طويلة لا يعرفها غيرها',
  functions: ['Rédaction des procédures'],
  sector: 'Action sociale',
};
const VIEWS = [
  'المخطط',
  'الخريطة',
  'الجدول',
  'المسارات',
  'القواعد',
  'العناصر',
  'للإنجاز',
  'تجربة',
  'القرار',
  'استيراد وتصدير',
] as const;
type View = (typeof VIEWS)[number];

/** Words of the procedure whose functions the template takes: they are French, as their authors wrote them. */
const KNOWN: string[] = [];

test('an author who speaks Arabic draws a procedure on a tablet, by touch', async ({ browser, server }) => {
  await giveAccount(browser, server);
  const page = await tablet(browser, server);

  await test.step('Arabic is spoken from the door', async () => {
    await page.goto('/');
    await page.getByRole('button', { name: /^Langue/ }).tap();
    await page.getByRole('menuitem', { name: 'العربية' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'تسجيل الدخول' })).toBeVisible();
    await expectArabic(page, KNOWN);
    await findNoFault(page);
    await page.getByRole('textbox', { name: 'اسم المستخدم' }).fill(LAYLA.name);
    await page.getByRole('textbox', { name: 'كلمة السر' }).fill(LAYLA.password);
    await page.getByRole('button', { name: 'دخول', exact: true }).tap();
    await expect(page.getByRole('heading', { level: 1, name: 'الملفات' })).toBeVisible();
    await expectArabic(page, KNOWN);
  });

  await test.step('a draft is begun from a template', async () => {
    await page.getByRole('link', { name: 'المسودات', exact: true }).tap();
    await page.getByRole('button', { name: 'مسودة جديدة' }).tap();
    const dialog = page.getByRole('dialog', { name: 'مسودة جديدة' });
    await dialog.getByRole('radio', { name: 'إجراء لقطاع واحد' }).check();
    await dialog.getByRole('textbox', { name: 'العنوان' }).fill(TITLE);
    await expectArabic(page, KNOWN);
    await findNoFault(page);
    await dialog.getByRole('button', { name: 'إنشاء المسودة' }).tap();
    await expect(page.getByRole('heading', { level: 1, name: TITLE })).toBeVisible();
    await expect(title(page, '1.1')).toHaveValue('تلقي الإشعار');
    await expect(page.getByText('أنت تكتب', { exact: true })).toBeVisible();
    for (const chip of await outline(page).locator('[data-field="who"], [data-field="with"]').all())
      KNOWN.push(...namesIn(await chip.innerText()));
  });

  await test.step('steps and their titles, by touch', async () => {
    await title(page, '1.2').tap();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.keyboard.type('لقاء الطفل');
    await expect(title(page, '1.3')).toHaveValue('لقاء الطفل');
    await expect(title(page, '1.3')).toHaveCSS('direction', 'rtl');
    await outline(page)
      .getByRole('button', { name: /^إضافة مرحلة في آخر/ })
      .last()
      .tap();
    await page.keyboard.type('وضع خطة للحماية');
    await expect(
      outline(page)
        .getByRole('textbox', { name: /^عنوان المرحلة/ })
        .last(),
    ).toBeVisible();
  });

  await test.step('a deadline and a way on', async () => {
    const meet = step(page, '1.3');
    await meet.getByRole('button', { name: /^الأجل/ }).tap();
    const deadline = page.getByRole('dialog', { name: 'الأجل', exact: true });
    await deadline.getByText('أجل جديد', { exact: true }).tap();
    await deadline.getByRole('textbox', { name: 'المدة' }).fill('2');
    await deadline.getByRole('combobox', { name: 'الوحدة' }).selectOption('أيام عمل');
    await expectArabic(page, KNOWN);
    await findNoFault(page);
    await deadline.getByRole('button', { name: 'إضافة', exact: true }).tap();
    await page.keyboard.press('Escape');
    await expect(meet.getByRole('button', { name: /^الأجل : .*يوم/ })).toBeVisible();

    await meet.getByRole('button', { name: 'إضافة إلى المرحلة 1.3', exact: true }).tap();
    await page.getByRole('menuitem', { name: 'إضافة تتمة' }).tap();
    const way = page.getByRole('dialog', { name: 'تتمة', exact: true });
    await way.getByRole('textbox', { name: 'أي نتيجة؟' }).fill('الطفل في أمان');
    await way.getByRole('button', { name: /ملف مغلق$/ }).tap();
    await way.getByRole('button', { name: /^إضافة/ }).tap();
    await expect(meet).toContainText('الطفل في أمان');
    await expectArabic(page, KNOWN);
  });

  await test.step('a question and a rule that reads it', async () => {
    await open(page, 'العناصر');
    await page.getByRole('textbox', { name: 'معلومة جديدة', exact: true }).fill('الطفل في أمان في بيته');
    await page.getByRole('button', { name: /^إضافة : معلومة جديدة/ }).tap();
    await expectArabic(page, KNOWN);
    await findNoFault(page);
    await open(page, 'القواعد');
    await page.getByRole('textbox', { name: 'قاعدة جديدة', exact: true }).fill('العودة ممكنة');
    await page.getByRole('button', { name: /^إضافة : قاعدة جديدة/ }).tap();
    await expect(page.getByText(/الطفل في أمان في بيته/).first()).toBeVisible();
    await expectArabic(page, KNOWN);
    await findNoFault(page);
  });

  await test.step('the map runs from right to left', async () => {
    await open(page, 'الخريطة');
    const place = async (name: string) =>
      (await page.getByRole('group', { name, exact: true }).boundingBox())?.x ?? 0;
    await expect(page.getByRole('group', { name: 'تلقي الإشعار', exact: true })).toBeVisible();
    await page.getByRole('radiogroup').locator('label').last().tap();
    await expect
      .poll(async () => (await place('تلقي الإشعار')) - (await place('لقاء الطفل')))
      .toBeGreaterThan(50);
  });

  await test.step('every view of it, wide and tall', async () => {
    for (const size of [
      { width: 1024, height: 768 },
      { width: 820, height: 1180 },
    ]) {
      await page.setViewportSize(size);
      for (const view of VIEWS) {
        await open(page, view);
        if (view === 'للإنجاز') await expect(page.getByText('اكتمل التحقق.')).toBeVisible();
        await expectArabic(page, KNOWN);
        await expectNothingCut(page);
        await findNoFault(page);
      }
    }
  });

  await test.step('it is opened for review', async () => {
    await open(page, 'القرار');
    await page.getByRole('tab', { name: 'المراجعة والنشر' }).tap();
    await page.getByRole('button', { name: 'فتح المراجعة' }).tap();
    await expect(page.getByText(/^المراجعة مفتوحة: لا يتغير شيء/)).toBeVisible();
    await expectArabic(page, KNOWN);
    await findNoFault(page);
    await page.getByRole('tab', { name: 'المحضر' }).tap();
    await expectArabic(page, KNOWN);
    await findNoFault(page);
  });

  await test.step('and printed in Arabic', async () => {
    await plugPrinter(page);
    await open(page, 'استيراد وتصدير');
    const printed = await printedBy(page, () => page.getByRole('button', { name: /^طباعة/ }).tap());
    const paper = await page.context().newPage();
    await paper.setContent(printed);
    await expectArabic(paper, KNOWN);
    await findNoFault(paper);
    await expect(paper.getByRole('main')).toContainText('العودة ممكنة');
    await expect(paper.getByRole('main')).toContainText('وضع خطة للحماية');
    const pdf = await paper.pdf({ preferCSSPageSize: true, printBackground: true });
    expect(pdf.length).toBeGreaterThan(20_000);
  });
});

/** The administrator, who speaks French, makes the account. */
async function giveAccount(browser: Browser, server: Server): Promise<void> {
  const admin = await desk(browser, server.url);
  await setUp(admin, oneTimeCode(server));
  await goTo(admin, 'Comptes');
  await addAccount(admin, LAYLA);
  await admin.context().close();
}

/** A tablet, held sideways; fingers and no mouse. */
async function tablet(browser: Browser, server: Server): Promise<Page> {
  const context = await browser.newContext({
    baseURL: server.url,
    locale: 'fr-FR',
    viewport: { width: 1024, height: 768 },
    hasTouch: true,
  });
  return context.newPage();
}

/** Functions that are named in a line, without the signs that keep their letters apart. */
const namesIn = (words: string): readonly string[] =>
  words
    .replace(/[\u2066-\u2069]/g, '')
    .split(/[،,;]/)
    .map((name) => name.trim().replace(/^مع\s+/u, ''));

const outline = (page: Page) => page.getByRole('region', { name: 'مخطط الإجراء' });
const title = (page: Page, number: string) =>
  page.getByRole('textbox', { name: `عنوان المرحلة ${number}`, exact: true });
const step = (page: Page, number: string) => page.getByRole('article', { name: new RegExp(`^${number} `) });

async function open(page: Page, view: View): Promise<void> {
  const tab = page.getByRole('tab', { name: view, exact: true }).first();
  await tab.tap();
  await expect(tab).toHaveAttribute('aria-selected', 'true');
}
